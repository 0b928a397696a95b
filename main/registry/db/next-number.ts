import type { Queries } from './database.ts';
import type { Tables } from './tables.ts';

interface Counted {
  readonly prompts: 'id';
  readonly promotions: 'position';
  readonly reviews: 'position';
  readonly comments: 'position';
  readonly evaluations: 'position';
  readonly members: 'position';
  readonly webhooks: 'position';
}

/** The number after the highest one given so far. Only inside a transaction: two at once would get the same. */
export async function nextNumber<Table extends keyof Counted>(
  queries: Queries,
  table: Table,
  column: Counted[Table] & keyof Tables[Table] & string,
): Promise<number> {
  const row = await queries
    .selectFrom<keyof Counted>(table)
    .select(({ fn, ref }) => fn.max<number | null>(ref(column as never)).as('highest'))
    .executeTakeFirst();
  return (row?.highest ?? 0) + 1;
}
