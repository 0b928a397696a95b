import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDrafts } from '#main/workspace/drafts.ts';
import { addState } from '#main/workspace/earlier-drafts/add-state.ts';
import { createThread } from '#main/workspace/earlier-drafts/create-thread.ts';
import { createEarlierDrafts } from '#main/workspace/earlier-drafts/earlier-drafts.ts';
import { listStates, noStates, readState, stateFile } from '#main/workspace/earlier-drafts/state-file.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

const place = { connection: 'sandbox', prompt: 'legal/refund-policy' };
const at = (minute: number) => new Date(Date.UTC(2026, 2, 3, 9, minute)).toISOString();
const textAt = (content: string, minute: number) => ({
  content,
  variables: [],
  baseVersion: 1,
  baseContentHash: `sha256:${minute}`,
  savedAt: at(minute),
});

let folder: ReturnType<typeof makeTemporaryFolder>;
let setAside: string[];
const openAll = () => {
  const note = (sentence: string) => void setAside.push(sentence);
  const log = { info: () => undefined, error: () => undefined };
  const earlier = createEarlierDrafts(folder.path, note, log);
  return { earlier, drafts: createDrafts(folder.path, earlier, note) };
};
const standing = {
  ...place,
  variables: [],
  baseVersion: 1,
  baseContentHash: null,
  onTopOf: null,
  view: null,
};

beforeEach(() => {
  folder = makeTemporaryFolder();
  setAside = [];
});
afterEach(() => folder.remove());

async function readAll() {
  const { earlier } = openAll();
  const found = await earlier.list(place);
  return Promise.all(found.map(async ({ id }) => (await earlier.get(place, id))?.content));
}

describe('earlier drafts', () => {
  it('give back the last 50 texts of a day, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 70 }), (texts) => {
        const changes = texts.filter((text, index) => text !== (texts[index - 1] ?? null));
        const file = changes.reduce(
          (before, text, index) => addState(before, String(index), textAt(text, index)),
          noStates,
        );
        const found = listStates(file).map(({ id }) => readState(file, id)?.content);
        expect(found).toEqual(changes.slice(-50).toReversed());
      }),
    );
  });

  it('of other days do not push out those of today, and go after two weeks', () => {
    const late = new Date(Date.UTC(2026, 2, 20, 9)).toISOString();
    let file = addState(noStates, 'old', textAt('Old.', 0));
    const day = (index: number) => new Date(Date.UTC(2026, 2, 10, 9, index)).toISOString();
    for (let index = 0; index < 60; index += 1) {
      file = addState(file, `${index}`, { ...textAt(`${index}.`, 0), savedAt: day(index) });
    }
    expect(file.states).toHaveLength(51);
    file = addState(file, 'late', { ...textAt('Late.', 0), savedAt: late });
    expect(file.states).toHaveLength(51);
    expect(readState(file, 'old')).toBeNull();
  });

  it('keep a sentence once, and say how much changed', () => {
    const sentences = Array.from({ length: 2_000 }, (_, index) => `This is sentence number ${index}. `);
    let file = addState(noStates, 'first', textAt(sentences.join(''), 0));
    for (let index = 1; index < 50; index += 1) {
      sentences[index] = `Now it is another one, ${index}. `;
      file = addState(file, `${index}`, textAt(sentences.join(''), index));
    }
    expect(JSON.stringify(file).length).toBeLessThan(1.3 * sentences.join('').length);
    expect(listStates(file)[0]).toMatchObject({ added: 4, removed: 3 });
  });

  it('of a long text are kept and found without holding up whoever types', async () => {
    const { earlier, drafts } = openAll();
    const sentences = Array.from(
      { length: 20_000 },
      (_, index) => `This is the sentence with the number ${index}. `,
    );
    const textNow = () => ({ ...standing, content: sentences.join('') });
    for (let index = 0; index < 3; index += 1) {
      await drafts.put(textNow());
      sentences.splice(index * 1_000, 5, `${index}.\n`, '\n');
    }
    await drafts.put(textNow());
    const found = await Promise.all(
      (await earlier.list(place)).map(({ id }) =>
        earlier.get(place, id).then((text) => text?.content.length),
      ),
    );
    expect(found).toHaveLength(3);
    expect(found).toEqual(found.toSorted());
    expect(await readAll()).not.toContain(sentences.join(''));

    const [name = ''] = readdirSync(join(folder.path, 'earlier-drafts', place.connection));
    const file = join(folder.path, 'earlier-drafts', place.connection, name);
    writeFileSync(file, readFileSync(file, 'utf8').slice(1));
    const question = { kind: 'list' } as const;
    expect(await createThread()({ dataFolder: folder.path, place, question })).toEqual({
      answer: [],
      setAside: [expect.stringContaining(name)],
    });
  });

  it('keep what they were written from, which older files do not say', async () => {
    const { earlier } = openAll();
    await earlier.keep(place, textAt('One. Two.', 0));
    const root = join(folder.path, 'earlier-drafts', place.connection);
    const [name = ''] = readdirSync(root);
    const file = stateFile.parse(JSON.parse(readFileSync(join(root, name), 'utf8')));
    const older = file.states.map(({ baseContentHash: _, ...state }) => ({ ...state, content: [0, 1] }));
    writeFileSync(join(root, name), JSON.stringify({ ...file, states: older }));
    await earlier.keep(place, textAt('One. Two. Three.', 1));
    const found = await earlier.list(place);
    expect(await Promise.all(found.map(({ id }) => earlier.get(place, id)))).toEqual([
      textAt('One. Two. Three.', 1),
      { ...textAt('One. Two.', 0), baseContentHash: null },
    ]);
  });

  it('hold what was discarded, and what a stroke or another window has taken away', async () => {
    const { drafts } = openAll();
    const long = 'A paragraph that took somebody a quarter of an hour to write.';
    await drafts.put({ ...standing, content: long });
    await drafts.put({ ...standing, content: 'Gone' });
    await drafts.put({ ...standing, content: 'Gone.' });
    await drafts.discard(place);
    expect(await readAll()).toEqual(['Gone.', long]);
    expect(await drafts.list(place.connection)).toEqual([]);
  });

  it('hold a state of each minute while somebody types', async () => {
    const { earlier } = openAll();
    let text = '';
    for (let second = 0; second < 300; second += 1) {
      const now = (seconds: number) => new Date(Date.UTC(2026, 2, 3, 9, 0, seconds)).toISOString();
      const before = { ...standing, content: text, savedAt: now(second) };
      text += 'x';
      await earlier.noteStep(before, { content: text, variables: [], savedAt: now(second + 1) });
    }
    expect(await earlier.list(place)).toHaveLength(5);
  });

  it('are set aside where their file is damaged, and the draft is not touched', async () => {
    const { drafts, earlier } = openAll();
    await earlier.keep(place, textAt('Before.', 0));
    await drafts.put({ ...standing, content: 'Now.' });
    const root = join(folder.path, 'earlier-drafts', place.connection);
    const [name = ''] = readdirSync(root);
    expect(statSync(join(root, name)).mode & 0o777).toBe(0o600);
    writeFileSync(join(root, name), '{"sentences": [1');
    expect(await readAll()).toEqual([]);
    expect(setAside).toEqual([expect.stringContaining(name)]);
    expect(await openAll().drafts.list(place.connection)).toMatchObject([{ content: 'Now.' }]);
  });
});
