import type { Insertable, Selectable, Updateable } from 'kysely';
import { Problem } from '#core/contract/problem.ts';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { openStatuses } from '#core/domain/promotion.ts';
import type { Queries } from '../db/database.ts';
import { nextNumber } from '../db/next-number.ts';
import type { Tables } from '../db/tables.ts';

export type PromptRow = Selectable<Tables['prompts']>;
type Details = Pick<PromptRow, 'name' | 'title' | 'description'> & { readonly tags: readonly string[] };

export async function findPrompt(queries: Queries, name: string): Promise<PromptRow | null> {
  const row = await queries.selectFrom('prompts').selectAll().where('name', '=', name).executeTakeFirst();
  return row ?? null;
}

/** @throws Problem `prompt-not-found` */
export async function requirePrompt(queries: Queries, name: string): Promise<PromptRow> {
  const row = await findPrompt(queries, name);
  if (!row) throw promptNotFound(name);
  return row;
}

export function promptNotFound(name: string): Problem {
  return new Problem('prompt-not-found', `There is no prompt “${name}”.`);
}

/**
 * Adds a prompt; it can be found once it is indexed, which takes its first version.
 *
 * @returns the new prompt's id
 */
export async function insertPrompt(queries: Queries, details: Details, at: string): Promise<number> {
  const id = await nextNumber(queries, 'prompts', 'id');
  const row: Omit<Insertable<Tables['prompts']>, 'searchText'> = {
    id,
    ...toColumns(details),
    archived: 0,
    latest: 1,
    stable: null,
    createdAt: at,
    updatedAt: at,
  };
  await queries
    .insertInto('prompts')
    .values({ ...row, searchText: '' })
    .execute();
  await insertTags(queries, id, details.tags);
  return id;
}

export async function updateDetails(
  queries: Queries,
  id: number,
  details: Details & { readonly archived: boolean },
  updatedAt: string,
): Promise<void> {
  const archived = details.archived ? 1 : 0;
  await updatePrompt(queries, id, { ...toColumns(details), archived, updatedAt });
  await queries.deleteFrom('promptTags').where('promptId', '=', id).execute();
  await insertTags(queries, id, details.tags);
}

export async function updatePrompt(
  queries: Queries,
  id: number,
  change: Updateable<Tables['prompts']>,
): Promise<void> {
  await queries.updateTable('prompts').set(change).where('id', '=', id).execute();
}

function toColumns({ name, title, description, tags }: Details) {
  return { name, title, description, tags: JSON.stringify(tags) };
}

async function insertTags(queries: Queries, promptId: number, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  const rows = tags.map((tag) => ({ promptId, tag }));
  await queries.insertInto('promptTags').values(rows).execute();
}

/** Prompts as the library shows them, each with the number of its open promotions. */
export function selectSummaries(queries: Queries) {
  return queries
    .selectFrom('prompts')
    .innerJoin('versions', (join) =>
      join.onRef('versions.promptId', '=', 'prompts.id').onRef('versions.version', '=', 'prompts.latest'),
    )
    .innerJoin('members', 'members.id', 'versions.authorId')
    .select(['prompts.name', 'prompts.title', 'prompts.description', 'prompts.tags'])
    .select(['prompts.latest', 'prompts.stable', 'prompts.updatedAt', 'prompts.archived'])
    .select(['members.id as authorId', 'members.name as authorName'])
    .select(({ selectFrom }) =>
      selectFrom('promotions')
        .whereRef('promotions.promptId', '=', 'prompts.id')
        .where('promotions.status', 'in', openStatuses)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('pendingPromotions'),
    );
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['executeTakeFirstOrThrow']>>;

export function toSummary({ authorId, authorName, ...row }: SummaryRow): PromptSummary {
  return {
    ...row,
    latestBy: { id: authorId, name: authorName },
    tags: JSON.parse(row.tags),
    archived: row.archived === 1,
    pendingPromotions: Number(row.pendingPromotions ?? 0),
  };
}

/** @throws Problem `prompt-not-found` */
export async function findSummary(queries: Queries, name: string): Promise<PromptSummary> {
  const row = await selectSummaries(queries).where('prompts.name', '=', name).executeTakeFirst();
  if (!row) throw promptNotFound(name);
  return toSummary(row);
}
