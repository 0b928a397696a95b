import type { Queries } from '../db/database.ts';

/** What a call was answered the first time. */
export interface FirstAnswer {
  readonly id: string;
  /** Of the body it was sent with. */
  readonly fingerprint: string;
  /** The answer as JSON, without what is shown only once. */
  readonly answer: string;
  readonly expiresAt: string;
}

export async function findFirstAnswer(queries: Queries, id: string, now: string) {
  return queries
    .selectFrom('firstAnswers')
    .selectAll()
    .where('id', '=', id)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** Keeps an answer; one with the same id that has expired is replaced. */
export async function keepFirstAnswer(queries: Queries, { id, ...answer }: FirstAnswer): Promise<void> {
  await queries
    .insertInto('firstAnswers')
    .values({ id, ...answer })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(answer))
    .execute();
}

/** Removes some of the answers that have expired. @returns how many there were */
export async function removeExpiredAnswers(queries: Queries, now: string, limit: number): Promise<number> {
  const expired = await queries
    .selectFrom('firstAnswers')
    .select('id')
    .where('expiresAt', '<=', now)
    .limit(limit)
    .execute();
  const ids = expired.map(({ id }) => id);
  if (ids.length > 0) await queries.deleteFrom('firstAnswers').where('id', 'in', ids).execute();
  return ids.length;
}
