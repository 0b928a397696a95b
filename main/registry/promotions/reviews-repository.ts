import type { Insertable } from 'kysely';
import type { Queries } from '../db/database.ts';
import { nextNumber } from '../db/next-number.ts';
import type { Tables } from '../db/tables.ts';

export async function insertReview(
  queries: Queries,
  review: Omit<Insertable<Tables['reviews']>, 'position'>,
): Promise<void> {
  const position = await nextNumber(queries, 'reviews', 'position');
  await queries
    .insertInto('reviews')
    .values({ ...review, position })
    .execute();
}

/** The reviews of some promotions, oldest first. */
export async function listReviews(queries: Queries, promotionIds: readonly string[]) {
  if (promotionIds.length === 0) return [];
  return queries
    .selectFrom('reviews')
    .innerJoin('members', 'members.id', 'reviews.memberId')
    .selectAll('reviews')
    .select('members.name as memberName')
    .where('reviews.promotionId', 'in', promotionIds)
    .orderBy('reviews.position')
    .execute();
}

export type ReviewRow = Awaited<ReturnType<typeof listReviews>>[number];
