import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestReplica, type TestReplica } from '#test/support/open-test-replica.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '#test/support/start-test-registry.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

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
  { name: 'plain', title: 'Plain', tags: ['EU'], content: 'refund, then policy: a refund policy' },
  { name: 'plain-2', title: 'Plain again', tags: [], content: 'STRASSE, Straße and ΣΊΣΥΦΟΣ' },
];

let folder: ReturnType<typeof makeTemporaryFolder>;
let registry: TestRegistry;
let team: TestReplica;
beforeAll(async () => {
  folder = makeTemporaryFolder();
  registry = await startTestRegistry();
  for (const body of prompts) await registry.admin.call('createPrompt', { body });
  await registry.admin.call('updateDetails', { params: { name: 'plain' }, body: { archived: true } });
  await registry.admin.call('saveVersion', {
    params: { name: 'plain-2' },
    body: { content: 'Nothing of before, but a marmalade.', baseVersion: 1 },
  });
  team = openTestReplica({
    folder: folder.path,
    address: registry.address,
    key: testAdminKey,
    budget: 1_000_000,
  });
  await team.replica.begin(team.client);
  for (const { name } of prompts) {
    const { latest } = await team.replica.reader.call('getDetails', { params: { name } });
    await team.replica.reader.call('getVersion', { params: { name, version: latest } });
  }
  await vi.waitFor(async () => {
    team.calls.length = 0;
    await team.replica.reader.call('listPrompts', { query: {} });
    expect(team.calls).toEqual([]);
  }, 10_000);
  team.setOnline(false);
});
afterAll(async () => {
  await team.replica.close();
  await registry.remove();
  folder.remove();
});

const questions = [
  { query: 'refund policy' },
  { query: 'policy refund' },
  { query: 'refund policy', archived: 'any' },
  { query: 'q' },
  { query: 'fourteen refund' },
  { query: 'ruckerstattung hoflich' },
  { query: '退款' },
  { query: '天内申请' },
  { query: 'strasse' },
  { query: 'marmalade' },
  { query: '100 %' },
  { query: '"sorry"' },
  { query: 'plain', archived: 'any' },
  { query: 'refund', tag: 'EU', archived: 'any' },
  { query: 'refund', folder: 'legal' },
  { query: 'policy', sort: '-name' },
  { archived: 'any' },
  { archived: 'true' },
  { folder: 'support' },
  { tag: 'legal' },
  { sort: '-name', archived: 'any' },
  { sort: 'updatedAt', archived: 'any' },
  { sort: '-updatedAt', archived: 'any' },
] as const;

test.each(questions)('the replica answers as the registry does: %o', async (query) => {
  const expected = await registry.admin.call('listPrompts', { query });
  team.calls.length = 0;
  expect(await team.replica.reader.call('listPrompts', { query })).toEqual(expected);
  expect(team.calls).toEqual([]);
});

test.each([
  { archived: 'any' },
  { archived: 'any', sort: '-updatedAt' },
  { query: 'p', archived: 'any' },
] as const)('page by page it is the same as in one: %o', async (query) => {
  const all = await team.replica.reader.call('listPrompts', { query });
  const items: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await team.replica.reader.call('listPrompts', { query: { ...query, limit: 2, cursor } });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(items).toEqual(all.items);
});
