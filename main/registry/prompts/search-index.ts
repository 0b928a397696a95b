import { type RawBuilder, sql } from 'kysely';
import { detailsOf, headingOf } from '#core/domain/search/match-prompt.ts';
import type { Queries, Transaction } from '../db/database.ts';
import { isSqlite } from '../db/dialect.ts';
import { gramsOf, gramsOfWord } from './search-grams.ts';

/** Notes what a prompt is found by now: its details and the text of its latest version. */
export async function indexPrompt(queries: Queries, promptId: number): Promise<void> {
  const { searchText, content } = await noteDetails(queries, promptId);
  await indexText(queries, promptId, searchText, content);
}

/** The same inside a service call, after which others may share the transaction. */
export async function indexDetails(transaction: Transaction, promptId: number): Promise<void> {
  const { searchText, content } = await noteDetails(transaction.queries, promptId);
  indexLatest(transaction, { id: promptId, searchText }, content);
}

/**
 * Notes the text of a prompt's latest version, where its details are as they were. The index is written once for all
 * calls that share the transaction, and outside their savepoints, at each of which SQLite would write it out.
 */
export function indexLatest(
  { beforeCommit }: Transaction,
  { id, searchText }: { readonly id: number; readonly searchText: string },
  content: string,
): void {
  beforeCommit(`index of prompt ${id}`, (queries) => indexText(queries, id, searchText, content));
}

async function noteDetails(queries: Queries, promptId: number) {
  const { content, ...prompt } = await queries
    .selectFrom('prompts')
    .innerJoin('versions', (join) =>
      join.onRef('versions.promptId', '=', 'prompts.id').onRef('versions.version', '=', 'prompts.latest'),
    )
    .select(['prompts.name', 'prompts.title', 'prompts.description', 'prompts.tags', 'versions.content'])
    .where('prompts.id', '=', promptId)
    .executeTakeFirstOrThrow();
  const words = { ...prompt, tags: JSON.parse(prompt.tags) as string[] };
  const searchText = detailsOf(words);
  await queries
    .updateTable('prompts')
    .set({ searchHeading: headingOf(words), searchText })
    .where('id', '=', promptId)
    .execute();
  return { searchText, content };
}

async function indexText(
  queries: Queries,
  promptId: number,
  searchText: string,
  content: string,
): Promise<void> {
  const grams = gramsOf(`${searchText}\n${content}`);
  if (isSqlite(queries)) {
    await sql`insert or replace into "promptSearch" (rowid, grams) values (${promptId}, ${grams.join(' ')})`.execute(
      queries,
    );
  } else {
    await sql`insert into "promptSearch" ("promptId", grams) values (${promptId}, ${grams})
      on conflict ("promptId") do update set grams = excluded.grams`.execute(queries);
  }
}

/** The ids of the prompts that may hold all of the words; each of them still has to be read. */
export function findCandidates(queries: Queries, words: readonly string[]): RawBuilder<number> {
  const grams = [...new Set(words.flatMap(gramsOfWord))];
  if (isSqlite(queries)) {
    const wanted = grams.map((gram) => `"${gram}"`).join(' AND ');
    return sql<number>`(select rowid from "promptSearch" where "promptSearch" match ${wanted})`;
  }
  return sql<number>`(select "promptId" from "promptSearch" where grams @> ${grams}::text[])`;
}
