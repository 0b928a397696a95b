import type { Queries } from '../db/database.ts';

/** Where a prompt's channels are. */
export interface Position {
  readonly latest: number;
  readonly stable: number | null;
}

export async function findPosition(queries: Queries, name: string): Promise<Position | null> {
  const row = await queries
    .selectFrom('prompts')
    .select(['latest', 'stable'])
    .where('name', '=', name)
    .executeTakeFirst();
  return row ?? null;
}

/** What rendering needs of a version. */
export async function findText(queries: Queries, name: string, version: number) {
  return queries
    .selectFrom('versions')
    .innerJoin('prompts', 'prompts.id', 'versions.promptId')
    .select(['versions.content', 'versions.contentHash', 'versions.variables'])
    .where('prompts.name', '=', name)
    .where('versions.version', '=', version)
    .executeTakeFirst();
}
