import { describe, expect, it } from 'vitest';
import { nameForTitle } from '#core/domain/prompt-name.ts';
import type { Candidate } from '#renderer/features/import/candidate.ts';
import { convertCandidates } from '#renderer/features/import/convert-candidates.ts';
import { planRows, type RowEdit, type RowInput } from '#renderer/features/import/plan-rows.ts';

const candidate = (title: string, text: string, fault: string | null = null): Candidate => ({
  from: 'list.csv',
  title,
  name: nameForTitle(title),
  description: '',
  tags: [],
  text,
  remark: null,
  fault,
});

const convert = (candidates: readonly Candidate[]) =>
  convertCandidates(candidates, new Set(['double']), new AbortController().signal);

async function plan(candidates: readonly Candidate[], change: Partial<RowInput> = {}) {
  const converted = await convert(candidates);
  const nothing = { existing: new Map(), versions: new Map(), edits: new Map<number, RowEdit>(), folder: '' };
  return planRows({ candidates, converted, ...nothing, ...change });
}

/** A registry that has one prompt with these texts, oldest first. */
async function registryWith(name: string, title: string, ...texts: string[]) {
  const hashes = (await convert(texts.map((text) => candidate('x', text)))).map(
    ({ contentHash }) => contentHash,
  );
  const versions = hashes.map((contentHash, index) => ({ version: index + 1, contentHash })).reverse();
  return {
    existing: new Map([[name, { name, title, archived: false, latest: texts.length }]]),
    versions: new Map([[name, versions]]),
  };
}

describe('a row', () => {
  it('is new where there is no such prompt', async () => {
    const [row] = await plan([candidate('Greeting', 'Hi')]);
    expect(row).toMatchObject({ name: 'greeting', state: { kind: 'new' }, isChosen: true });
  });

  it('is a new version where the text differs, unchanged where it does not, and left out where it is old', async () => {
    const here = await registryWith('greeting', 'Greeting', 'Hello', 'Hi');
    const states = async (text: string) => (await plan([candidate('Greeting', text)], here))[0];
    expect(await states('Good morning')).toMatchObject({ state: { kind: 'new-version' }, isChosen: true });
    expect(await states('Hi')).toMatchObject({ state: { kind: 'unchanged', version: 2 }, isChosen: false });
    expect(await states('Hello')).toMatchObject({ state: { kind: 'older', version: 1 }, isChosen: false });
  });

  it('that would change a prompt with another title may become one of its own', async () => {
    const here = await registryWith('greeting', 'The greeting of the shop', 'Hello');
    const [row] = await plan([candidate('Greeting', 'Hi')], here);
    expect(row).toMatchObject({ state: { kind: 'new-version' }, freeName: 'greeting-2' });
    const [renamed] = await plan([candidate('Greeting', 'Hi')], {
      ...here,
      edits: new Map([[0, { name: 'greeting-2' }]]),
    });
    expect(renamed).toMatchObject({ state: { kind: 'new' }, freeName: null });
  });

  it('says that the prompt it goes to is archived', async () => {
    const { existing, versions } = await registryWith('greeting', 'Greeting', 'Hello');
    const archived = new Map([...existing].map(([name, prompt]) => [name, { ...prompt, archived: true }]));
    const [row] = await plan([candidate('Greeting', 'Hi')], { existing: archived, versions });
    expect(row).toMatchObject({ state: { kind: 'new-version' }, hint: expect.stringContaining('archived') });
  });

  it('keeps its name where the other row with it cannot be imported', async () => {
    const [, row] = await plan([candidate('Greeting', ' '), candidate('Greeting', 'Hi')]);
    expect(row).toMatchObject({ name: 'greeting', state: { kind: 'new' }, hint: null });
  });

  it('that no name would help is offered none', async () => {
    const broken = { ...candidate('notes.docx', '', 'Word documents cannot be read.'), name: '' };
    const [refused, empty, unnamed] = await plan([
      broken,
      { ...candidate('Nothing', ''), name: '' },
      { ...candidate('Hello', 'Hi'), name: '' },
    ]);
    expect([refused?.freeName, empty?.freeName, unnamed?.freeName]).toEqual([null, null, 'hello']);
  });

  it('with the name of another row gets a number, the same one every time', async () => {
    const rows = [candidate('A', '1'), candidate('A', '2'), candidate('A', '1'), candidate('A 2', '3')];
    const planned = await plan(rows);
    expect(planned.map(({ name, state }) => [name, state.kind])).toEqual([
      ['a', 'new'],
      ['a-3', 'new'],
      ['a', 'repeated'],
      ['a-2', 'new'],
    ]);
    const [hash = ''] = (await convert([candidate('A', '2')])).map(({ contentHash }) => contentHash);
    const later = await plan(rows, {
      existing: new Map([['a-3', { name: 'a-3', title: 'A', archived: false, latest: 1 }]]),
      versions: new Map([['a-3', [{ version: 1, contentHash: hash }]]]),
    });
    expect(later[1]).toMatchObject({ name: 'a-3', state: { kind: 'unchanged' } });
  });

  it.each<[string, Candidate, RowEdit, RegExp]>([
    ['no text', candidate('A', ' \n'), {}, /no text/],
    ['half a character', candidate('A', '\ud800'), {}, /half a character/],
    ['too much text', candidate('A', 'x'.repeat(1_100_000)), {}, /longer than 1 MiB/],
    ['a fault of its source', candidate('A', 'x', 'Not a text.'), {}, /Not a text/],
    ['no title', candidate('A', 'x'), { title: ' ' }, /title/],
    ['a name that is none', candidate('A', 'x'), { name: 'Refund Policy' }, /lower-case/],
  ])('with %s is named with the reason', async (_, one, edit, reason) => {
    const [row] = await plan([one], { edits: new Map([[0, edit]]) });
    expect(row?.isChosen).toBe(false);
    expect(row?.state).toMatchObject({ kind: 'impossible', reason: expect.stringMatching(reason) });
  });

  it('is named after the title that it is given, unless its source or a person named it', async () => {
    const letter = candidate('Write an apology to Ms Weber', 'Write …');
    const named = { ...candidate('Apology', 'Write …!'), name: 'letters/apology' };
    const edit = { title: 'Apology letter' };
    const edits = new Map<number, RowEdit>([
      [0, edit],
      [1, edit],
      [2, { ...edit, name: 'sorry' }],
      [3, { title: ' ' }],
    ]);
    const rows = await plan([letter, named, { ...letter, text: 'Other' }, candidate('Greeting', 'Hi')], {
      edits,
    });
    const names = ['apology-letter', 'letters/apology', 'sorry', 'greeting'];
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  it('may go into a folder, and its title stays its own', async () => {
    const [row] = await plan([candidate('Harry Potter / Map', 'x')], { folder: 'games' });
    expect(row).toMatchObject({ name: 'games/harry-potter-map', title: 'Harry Potter / Map' });
  });

  it('keeps the screen alive among ten thousand with the same title', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => candidate('Untitled', `Text ${index}`));
    const converted = await convert(rows);
    const started = performance.now();
    const planned = planRows({
      candidates: rows,
      converted,
      edits: new Map(),
      folder: '',
      existing: new Map(),
      versions: new Map(),
    });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(new Set(planned.map(({ name }) => name)).size).toBe(10_000);
  });
});
