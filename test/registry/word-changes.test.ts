import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '#main/registry/db/migrate.ts';
import { firstTables } from '#main/registry/db/migrations/0001-first-tables.ts';
import { retriesAndReviews } from '#main/registry/db/migrations/0002-retries-and-reviews.ts';
import { testInputsAndEvaluations } from '#main/registry/db/migrations/0003-test-inputs.ts';
import { webhooks } from '#main/registry/db/migrations/0004-webhooks.ts';
import { createQueries } from '#main/registry/db/sqlite-adapter.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
const params = { name: 'greeting' };
beforeAll(async () => {
  registry = await startTestRegistry();
  await registry.admin.call('createPrompt', { body: { ...params, content: 'Be kind to people.' } });
});
afterAll(() => registry.remove());

it('every version says how many words came and went since the one before', async () => {
  const texts = ['Be very kind to people.', 'Be very kind.', 'Be very kind!'];
  for (const [index, content] of texts.entries()) {
    await registry.admin.call('saveVersion', { params, body: { content, baseVersion: index + 1 } });
  }
  const { items } = await registry.admin.call('listVersions', { params, query: {} });
  expect(items.map(({ version, change }) => [version, change])).toEqual([
    [4, { added: 0, removed: 0 }],
    [3, { added: 0, removed: 2 }],
    [2, { added: 1, removed: 0 }],
    [1, { added: 4, removed: 0 }],
  ]);
  const version = await registry.admin.call('getVersion', { params: { ...params, version: 3 } });
  expect(version.change).toEqual({ added: 0, removed: 2 });
});

it('a store from before it was counted is counted when it is opened', async () => {
  const connection = new DatabaseSync(':memory:');
  const queries = createQueries(connection);
  const write: Parameters<typeof migrate>[0] = (work) =>
    work({ queries, beforeCommit: () => undefined, afterCommit: () => undefined });
  await migrate(write, [firstTables, retriesAndReviews, testInputsAndEvaluations, webhooks]);
  connection.exec(`INSERT INTO "members" VALUES (1, 'm', 'Ada', NULL, '[]', '')`);
  const insert = (prompt: number, version: number, content: string) =>
    connection
      .prepare(`INSERT INTO "versions" VALUES (?, ?, ?, '', '[]', '', 'm', '', NULL)`)
      .run(prompt, version, content);
  for (const id of [1, 2]) {
    connection.exec(`INSERT INTO "prompts" VALUES (${id}, 'p${id}', '', '', '[]', 0, 300, NULL, '', '', '')`);
    for (let version = 1; version <= 300; version += 1) insert(id, version, 'word '.repeat(version));
  }

  await migrate(write);

  const { rows } = await sql`
    select "wordsAdded", "wordsRemoved", count(*) as "count" from "versions" group by 1, 2`.execute(queries);
  expect(rows).toEqual([{ wordsAdded: 1, wordsRemoved: 0, count: 600 }]);
  connection.close();
});
