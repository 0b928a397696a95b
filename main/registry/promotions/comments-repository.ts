import type { Insertable } from 'kysely';
import type { Comment } from '#core/contract/promotion-shapes.ts';
import type { Queries } from '../db/database.ts';
import { nextNumber } from '../db/next-number.ts';
import type { Tables } from '../db/tables.ts';

export async function insertComment(
  queries: Queries,
  comment: Omit<Insertable<Tables['comments']>, 'position'>,
): Promise<void> {
  const position = await nextNumber(queries, 'comments', 'position');
  await queries
    .insertInto('comments')
    .values({ ...comment, position })
    .execute();
}

/** The comments on a promotion, oldest first. */
export async function listComments(queries: Queries, promotionId: string): Promise<Comment[]> {
  const rows = await queries
    .selectFrom('comments')
    .innerJoin('members', 'members.id', 'comments.memberId')
    .select(['comments.id', 'comments.memberId', 'members.name', 'comments.text', 'comments.quote'])
    .select('comments.createdAt')
    .where('promotionId', '=', promotionId)
    .orderBy('comments.position')
    .execute();
  return rows.map(({ memberId, name, ...comment }) => ({ ...comment, member: { id: memberId, name } }));
}
