import type { Queries } from './database.ts';

/** A single fact about this registry, or `null`. */
export async function findFact(queries: Queries, name: string): Promise<string | null> {
  const row = await queries.selectFrom('facts').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

/** Notes a fact; the one before is replaced. */
export async function setFact(queries: Queries, name: string, value: string): Promise<void> {
  await queries
    .insertInto('facts')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
