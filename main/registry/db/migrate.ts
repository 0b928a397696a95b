import { type Kysely, sql } from 'kysely';
import { type Database, StoreUnusable, type Transaction } from './database.ts';
import type { Migration } from './migration.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { retriesAndReviews } from './migrations/0002-retries-and-reviews.ts';
import { testInputsAndEvaluations } from './migrations/0003-test-inputs.ts';
import { webhooks } from './migrations/0004-webhooks.ts';
import { wordChanges } from './migrations/0005-word-changes.ts';
import { search } from './migrations/0006-search.ts';
import { eventFilters } from './migrations/0007-event-filters.ts';
import { activeMembers } from './migrations/0008-active-members.ts';

const migrations: readonly Migration[] = [
  firstTables,
  retriesAndReviews,
  testInputsAndEvaluations,
  webhooks,
  wordChanges,
  search,
  eventFilters,
  activeMembers,
];

/**
 * Brings a store up to this program's schema, each step in a transaction of its own.
 *
 * @throws StoreUnusable where a newer program has written the store
 */
export async function migrate(
  write: Database['write'],
  steps: readonly Migration[] = migrations,
): Promise<void> {
  const stored = await write(readSchemaVersion);
  if (stored > steps.length) {
    throw new StoreUnusable(
      `This store was written by a newer version of PromptForge (schema ${stored}, this program knows ${steps.length}). Nothing was changed. Start the newer version.`,
    );
  }
  for (const [index, step] of steps.entries()) {
    if (index < stored) continue;
    await write(async (transaction) => {
      const { queries } = transaction;
      // Another process may have been here in the meantime.
      if ((await readSchemaVersion(transaction)) > index) return;
      await step(queries as unknown as Kysely<unknown>);
      await sql`update "schemaVersion" set "version" = ${index + 1}`.execute(queries);
    });
  }
}

async function readSchemaVersion({ queries }: Transaction): Promise<number> {
  await queries.schema
    .createTable('schemaVersion')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  const { rows } = await sql<{ version: number }>`select "version" from "schemaVersion"`.execute(queries);
  const [row] = rows;
  if (row) return row.version;
  await sql`insert into "schemaVersion" ("version") values (0)`.execute(queries);
  return 0;
}
