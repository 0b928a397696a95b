import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { search as makeIndex } from '#main/registry/db/migrations/0006-search.ts';
import { openStore } from '#main/registry/db/open-store.ts';
import { startRegistry } from '#main/registry/server.ts';
import { createCaller, type RegistryCaller } from '../support/registry-caller.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';
import { makeTestStore } from '../support/test-store.ts';

let registry: TestRegistry;

const prompts = [
  {
    name: 'legal/refund-policy',
    title: 'Refund policy',
    tags: ['legal', 'EU'],
    description: 'What customers are told about money',
    content: 'You explain our rules.\n\nA payment comes back within fourteen days of the return.',
  },
  {
    name: 'support/answer',
    title: 'Support answer',
    tags: ['support'],
    description: 'Mentions the refund policy',
    content: 'Say "sorry" first; 100 % of the time. Höflich, per Rückerstattung.',
  },
  { name: 'zh/policy', title: '退款政策', tags: [], description: '', content: '客户可以在七天内申请退款。' },
  {
    name: 'plain',
    title: 'Plain',
    tags: [],
    description: '',
    content: 'refund, then policy: a refund policy',
  },
];

beforeAll(async () => {
  registry = await startTestRegistry();
  for (const body of prompts) await registry.admin.call('createPrompt', { body });
});
afterAll(() => registry.remove());

type Query = Record<string, string | number>;
const search = async (query: string, more: Query = {}) => {
  const { items } = await registry.admin.call('listPrompts', { query: { query, ...more } });
  return items;
};
const names = async (query: string, more: Query = {}) => (await search(query, more)).map(({ name }) => name);

it.each<[string, string, readonly string[]]>([
  [
    'the nearest first: title, then details, then text',
    'refund policy',
    ['legal/refund-policy', 'support/answer', 'plain'],
  ],
  ['while it is being typed', 'refund pol', ['legal/refund-policy', 'support/answer', 'plain']],
  ['a single letter', 'q', []],
  ['words in any order, from title and text', 'fourteen refund', ['legal/refund-policy']],
  ['a word inside a word, without its accent', 'erstattung', ['support/answer']],
  ['without accents', 'ruckerstattung hoflich', ['support/answer']],
  ['Chinese in title and text', '退款', ['zh/policy']],
  ['one Chinese character', '七', ['zh/policy']],
  ['quotes as themselves', '"sorry"', ['support/answer']],
  ['a lone quote', '"', ['support/answer']],
  ['signs of a query language as text', 'sorry* OR refund', []],
  ['a percent sign', '100 %', ['support/answer']],
  ['a colon and a minus', 'policy: -a', []],
  ['a name with its folder', 'legal/ref', ['legal/refund-policy']],
])('finds %s', async (_, query, expected) => {
  expect(await names(query)).toEqual(expected);
});

it('says where it was found, with the words marked', async () => {
  const marked = async (query: string) => {
    const [first] = await search(query);
    const { field, excerpt, ranges } = first?.match ?? { field: null, excerpt: '', ranges: [] };
    return { field, excerpt, words: ranges.map(({ start, end }) => excerpt.slice(start, end)) };
  };
  expect(await marked('fourteen')).toEqual({
    field: 'content',
    excerpt: 'A payment comes back within fourteen days of the return.',
    words: ['fourteen'],
  });
  expect(await marked('refund p')).toEqual({
    field: 'title',
    excerpt: 'Refund policy',
    words: ['Refund', 'p'],
  });
  expect(await marked('退款')).toMatchObject({ field: 'title', words: ['退款'] });
  expect((await search('')).every(({ match }) => match === undefined)).toBe(true);
});

it('comes in pages that fit together, in every order', async () => {
  for (const sort of ['relevance', 'name', '-name', 'updatedAt', '-updatedAt'] as const) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { query: 'poli', sort, limit: 1, cursor };
      const page = await registry.admin.call('listPrompts', { query });
      expect(page.items.length).toBeLessThanOrEqual(1);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(await names('poli', { sort }));
    expect(seen).toHaveLength(4);
  }
});

it('goes together with the other filters', async () => {
  expect(await names('refund', { folder: 'legal' })).toEqual(['legal/refund-policy']);
  expect(await names('refund', { tag: 'support' })).toEqual(['support/answer']);
});

it('follows every change in the same step', async () => {
  const body = { name: 'changing', content: 'first wording', title: 'Changing' };
  await registry.admin.call('createPrompt', { body });
  const params = { name: 'changing' };
  expect(await names('first wording')).toEqual(['changing']);
  await registry.admin.call('saveVersion', { params, body: { content: 'second wording', baseVersion: 1 } });
  expect(await names('first wording')).toEqual([]);
  expect(await names('second wording')).toEqual(['changing']);
  await registry.admin.call('updateDetails', { params, body: { title: 'Zephyr', tags: ['wind'] } });
  expect(await names('zephyr wind second')).toEqual(['changing']);
  await registry.admin.call('updateDetails', { params, body: { archived: true } });
  expect(await names('zephyr')).toEqual([]);
  expect(await names('zephyr', { archived: 'any' })).toEqual(['changing']);
  const stale = { content: 'third wording', baseVersion: 1 };
  await registry.admin.refuse('saveVersion', { params, body: stale });
  expect(await names('third wording', { archived: 'any' })).toEqual([]);
});

it('does not take grams that only meet by chance for a word', async () => {
  await registry.admin.call('createPrompt', { body: { name: 'chance', content: 'abcx xbcd bcdq' } });
  expect(await names('abcd')).toEqual([]);
  expect(await names('abcx')).toEqual(['chance']);
});

it('finds what was there before the index', async () => {
  const { store, remove } = await makeTestStore();
  const log = { info: () => {}, error: () => {} };
  const run = async (work: (admin: RegistryCaller) => Promise<unknown>) => {
    const options = { store, host: '127.0.0.1', port: 0, adminKey: testAdminKey, log };
    const running = await startRegistry(options);
    await work(createCaller(running.address, testAdminKey));
    await running.close();
  };
  await run((admin) => admin.call('createPrompt', { body: { name: 'old', content: 'an early wording' } }));
  const database = await openStore(store, log);
  await database.write(async ({ queries }) => {
    await sql`drop table "promptSearch"`.execute(queries);
    await sql`alter table prompts drop column "searchHeading"`.execute(queries);
    await makeIndex(queries as unknown as Kysely<unknown>);
  });
  await database.close();
  await run(async (admin) => {
    const { items } = await admin.call('listPrompts', { query: { query: 'early' } });
    expect(items.map(({ name }) => name)).toEqual(['old']);
  });
  await remove();
});
