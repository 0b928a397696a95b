import { sql } from 'kysely';
import { indexPrompt } from '../../prompts/search-index.ts';
import type { Queries } from '../database.ts';
import { isSqlite } from '../dialect.ts';
import type { Migration } from '../migration.ts';

/** The index that prompts are found by, filled from what is there. */
export const search: Migration = async (schema) => {
  await schema.schema
    .alterTable('prompts')
    .addColumn('searchHeading', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  if (isSqlite(schema)) {
    await sql`create virtual table "promptSearch"
      using fts5(grams, content='', contentless_delete=1, detail=none, tokenize='ascii')`.execute(schema);
  } else {
    await sql`create table "promptSearch" (
      "promptId" integer primary key references "prompts" ("id"),
      grams text[] collate "C" not null)`.execute(schema);
    await sql`create index "promptSearchByGram" on "promptSearch" using gin (grams)`.execute(schema);
  }
  const { rows } = await sql<{ id: number }>`select "id" from "prompts" order by "id"`.execute(schema);
  for (const { id } of rows) await indexPrompt(schema as Queries, id);
};
