import type { Selectable } from 'kysely';
import { Problem } from '#core/contract/problem.ts';
import type { Version, VersionSummary } from '#core/contract/shapes.ts';
import type { Queries } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** Which prompt: its row's id, and its name for the people. */
export interface PromptKey {
  readonly id: number;
  readonly name: string;
}

export async function insertVersion(queries: Queries, promptId: number, version: Version): Promise<void> {
  const { prompt, author, variables, change, ...rest } = version;
  await queries
    .insertInto('versions')
    .values({
      ...rest,
      promptId,
      authorId: author.id,
      variables: JSON.stringify(variables),
      wordsAdded: change?.added ?? 0,
      wordsRemoved: change?.removed ?? 0,
    })
    .execute();
}

function selectVersions(queries: Queries, promptId: number) {
  return queries
    .selectFrom('versions')
    .innerJoin('members', 'members.id', 'versions.authorId')
    .select(['versions.version', 'versions.variables', 'versions.note', 'versions.createdAt'])
    .select(['versions.contentHash', 'versions.parent', 'versions.authorId', 'members.name as authorName'])
    .select(['versions.wordsAdded', 'versions.wordsRemoved'])
    .where('versions.promptId', '=', promptId);
}

/** @throws Problem `version-not-found` */
export async function requireVersion(queries: Queries, prompt: PromptKey, number: number): Promise<Version> {
  const row = await selectVersions(queries, prompt.id)
    .select('versions.content')
    .where('versions.version', '=', number)
    .executeTakeFirst();
  if (!row) throw new Problem('version-not-found', `“${prompt.name}” has no version ${number}.`);
  return { ...toSummary(prompt.name, row), content: row.content };
}

/** The text of a version and its hash; `undefined` where there is no such version. */
export function findText(queries: Queries, prompt: string, version: number) {
  return queries
    .selectFrom('versions')
    .innerJoin('prompts', 'prompts.id', 'versions.promptId')
    .select(['versions.content', 'versions.contentHash'])
    .where('prompts.name', '=', prompt)
    .where('versions.version', '=', version)
    .executeTakeFirst();
}

/** Versions without their content, newest first, beginning below a number. */
export async function listVersions(
  queries: Queries,
  prompt: PromptKey,
  below: number | null,
  limit: number,
): Promise<VersionSummary[]> {
  const rows = await selectVersions(queries, prompt.id)
    .$if(below !== null, (query) => query.where('versions.version', '<', below))
    .orderBy('versions.version', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => toSummary(prompt.name, row));
}

type SummaryRow = Pick<
  Selectable<Tables['versions']>,
  | 'version'
  | 'variables'
  | 'note'
  | 'createdAt'
  | 'contentHash'
  | 'parent'
  | 'authorId'
  | 'wordsAdded'
  | 'wordsRemoved'
> & { readonly authorName: string };

function toSummary(prompt: string, row: SummaryRow): VersionSummary {
  const { authorId, authorName, variables, version, note, createdAt, contentHash, parent } = row;
  const author = { id: authorId, name: authorName };
  const change = { added: row.wordsAdded, removed: row.wordsRemoved };
  return {
    prompt,
    version,
    variables: JSON.parse(variables),
    note,
    author,
    createdAt,
    contentHash,
    parent,
    change,
  };
}
