import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let now = Date.parse('2026-03-01T00:00:00.000Z');

beforeAll(async () => {
  registry = await startTestRegistry({ clock: () => new Date(now) });
  const prompts = [
    { name: 'legal/eu/imprint', title: 'Impressum', tags: ['de', 'legal'], description: 'Wer wir sind' },
    { name: 'legal/terms', title: 'Terms', tags: ['legal'], description: '100 % of the terms_of use' },
    { name: 'legal0', title: 'Not in the folder', tags: [], description: '' },
    { name: 'support', title: 'Äpfel und Birnen', tags: ['x"legal'], description: '' },
    { name: 'zebra', title: 'Zebra', tags: ['Animals'], description: 'black\\white' },
  ];
  for (const prompt of prompts) {
    now += 1_000;
    await registry.admin.call('createPrompt', { body: { ...prompt, content: 'text' } });
  }
  const params = { name: 'zebra' };
  await registry.admin.call('updateDetails', { params, body: { archived: true } });
});
afterAll(() => registry.remove());

type Query = Parameters<typeof list>[0];
const list = async (query: { [name: string]: string | number }) => {
  const { items } = await registry.admin.call('listPrompts', { query });
  return items.map((item) => item.name);
};
const active = ['legal/eu/imprint', 'legal/terms', 'legal0', 'support'];

it.each<[string, Query, readonly string[]]>([
  ['leaves archived ones out', {}, active],
  ['shows archived ones alone', { archived: 'true' }, ['zebra']],
  ['shows all', { archived: 'any' }, [...active, 'zebra']],
  ['sorts by name downwards', { sort: '-name' }, active.toReversed()],
  ['sorts by the last change', { sort: 'updatedAt' }, active],
  ['sorts by the newest change', { sort: '-updatedAt' }, active.toReversed()],
  ['keeps to a folder and those in it', { folder: 'legal' }, ['legal/eu/imprint', 'legal/terms']],
  ['takes a folder with a slash at its end', { folder: 'legal/eu/' }, ['legal/eu/imprint']],
  ['finds nothing in a folder that is not there', { folder: 'leg' }, []],
  ['keeps to a tag, exactly', { tag: 'legal' }, ['legal/eu/imprint', 'legal/terms']],
  ['does not mistake part of a tag for it', { tag: 'lega' }, []],
  ['searches names', { query: 'MPRI' }, ['legal/eu/imprint']],
  ['searches titles, in any script', { query: 'äPFEL' }, ['support']],
  ['searches descriptions', { query: 'wer wir' }, ['legal/eu/imprint']],
  ['searches tags', { query: 'animal', archived: 'any' }, ['zebra']],
  ['takes “%” as itself', { query: '0 %' }, ['legal/terms']],
  ['takes “_” as itself', { query: 's_o' }, ['legal/terms']],
  ['takes “_” for nothing else', { query: 't_rms' }, []],
  ['takes “\\” as itself', { query: 'k\\w', archived: 'any' }, ['zebra']],
  [
    'takes all filters together',
    { query: 'e', tag: 'legal', folder: 'legal', sort: '-name' },
    ['legal/terms', 'legal/eu/imprint'],
  ],
])('%s', async (_, query, expected) => {
  expect(await list(query)).toEqual(expected);
});

it.each(['name', '-name', 'updatedAt', '-updatedAt'])(
  'comes in pages that fit together, by %s',
  async (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { sort: sort as 'name', archived: 'any', limit: 2, cursor } as const;
      const page = await registry.admin.call('listPrompts', { query });
      seen.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(await list({ sort, archived: 'any' }));
    expect(seen).toHaveLength(5);
  },
);

it('pages over prompts that changed at the same moment', async () => {
  for (const name of ['same-a', 'same-b', 'same-c']) {
    await registry.admin.call('createPrompt', { body: { name, content: 'x', tags: ['same'] } });
  }
  const query = { sort: '-updatedAt', tag: 'same', limit: 1 } as const;
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await registry.admin.call('listPrompts', { query: { ...query, cursor } });
    seen.push(...page.items.map((item) => item.name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(['same-c', 'same-b', 'same-a']);
});

it('refuses the cursor of another order', async () => {
  const { nextCursor } = await registry.admin.call('listPrompts', { query: { limit: 1 } });
  const query = { sort: '-name', limit: 1, cursor: nextCursor ?? '' } as const;
  expect(await registry.admin.refuse('listPrompts', { query })).toMatchObject({ code: 'invalid-request' });
});
