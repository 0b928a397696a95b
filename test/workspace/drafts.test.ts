import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDrafts } from '#main/workspace/drafts.ts';
import { createEarlierDrafts } from '#main/workspace/earlier-drafts/earlier-drafts.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

const text = {
  connection: 'sandbox',
  prompt: 'legal/refund-policy',
  variables: [],
  baseVersion: 3,
  baseContentHash: null,
  onTopOf: null,
  view: null,
};
let folder: ReturnType<typeof makeTemporaryFolder>;
let setAside: string[];
const log = { info: () => undefined, error: () => undefined };
const openEarlier = () => createEarlierDrafts(folder.path, (sentence) => setAside.push(sentence), log);
const open = () => createDrafts(folder.path, openEarlier(), (sentence) => setAside.push(sentence));

beforeEach(() => {
  folder = makeTemporaryFolder();
  setAside = [];
});
afterEach(() => folder.remove());

describe('drafts', () => {
  test('are on the disk when put has answered, and another start reads them', async () => {
    const content = 'Ein Absatz.\r\n\r\n„Zitat“ {{name}} 🙂';
    const written = await open().put({ ...text, content });
    expect(await open().list('sandbox')).toEqual([written]);
    expect(written).toMatchObject({ ...text, content });
  });

  test('keep the order in which they were put, however fast they come', async () => {
    const drafts = open();
    await Promise.all(Array.from({ length: 50 }, (_, index) => drafts.put({ ...text, content: `${index}` })));
    expect((await open().list('sandbox')).map((draft) => draft.content)).toEqual(['49']);
    expect(readdirSync(join(folder.path, 'drafts', 'sandbox'))).toHaveLength(1);
  });

  test('of prompts with alike names do not share a file', async () => {
    const drafts = open();
    for (const prompt of ['a/b', 'a-b', 'con', 'a']) await drafts.put({ ...text, prompt, content: prompt });
    const found = await drafts.list('sandbox');
    expect(found.map((draft) => draft.content).sort()).toEqual(['a', 'a-b', 'a/b', 'con']);
  });

  test('that cannot be read are set aside and named, and the others are kept', async () => {
    await open().put({ ...text, prompt: 'good', content: 'kept' });
    const damaged = join(folder.path, 'drafts', 'sandbox', 'prompt-bad.json');
    writeFileSync(damaged, '{"content": "half a dra');
    expect((await open().list('sandbox')).map((draft) => draft.content)).toEqual(['kept']);
    expect(setAside).toHaveLength(1);
    expect(setAside[0]).toContain('prompt-bad.json');
    const aside = readdirSync(join(folder.path, 'drafts', 'sandbox')).find((name) =>
      name.includes('damaged'),
    );
    expect(readFileSync(join(folder.path, 'drafts', 'sandbox', aside ?? ''), 'utf8')).toContain('half a dra');
  });

  test('that cannot be written say so and leave the one from before', async () => {
    const drafts = open();
    await drafts.put({ ...text, content: 'before' });
    // A folder in the way of the temporary file's target makes the write fail on every system.
    mkdirSync(join(folder.path, 'drafts', 'sandbox', 'prompt-blocked.json'));
    await expect(drafts.put({ ...text, prompt: 'blocked', content: 'after' })).rejects.toMatchObject({
      code: 'draft-not-written',
    });
    expect(
      await drafts.discardIfSaved(
        { connection: 'sandbox', prompt: text.prompt },
        { ...text, content: 'other' },
      ),
    ).toBeUndefined();
    const file = readFileSync(
      join(folder.path, 'drafts', 'sandbox', 'prompt-legal~refund-policy.json'),
      'utf8',
    );
    expect(JSON.parse(file)).toMatchObject({ content: 'before' });
  });

  test('go after a save only where they hold just the saved text', async () => {
    const drafts = open();
    const place = { connection: 'sandbox', prompt: text.prompt };
    await drafts.put({ ...text, content: 'saved, and typed on' });
    const saved = { content: 'saved', variables: text.variables };
    await drafts.discardIfSaved(place, saved);
    expect(await drafts.list('sandbox')).toHaveLength(1);
    await drafts.put({ ...text, content: 'saved', variables: [{ name: 'a', type: 'text', required: true }] });
    await drafts.discardIfSaved(place, saved);
    expect(await drafts.list('sandbox')).toHaveLength(1);
    await drafts.put({ ...text, content: 'saved' });
    await drafts.discardIfSaved(place, saved);
    expect(await drafts.list('sandbox')).toHaveLength(0);
  });
});
