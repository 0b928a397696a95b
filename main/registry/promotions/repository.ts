import type { Insertable, Updateable } from 'kysely';
import { Problem } from '#core/contract/problem.ts';
import { openStatuses, type PromotionStatus } from '#core/domain/promotion.ts';
import type { Queries } from '../db/database.ts';
import { nextNumber } from '../db/next-number.ts';
import type { Tables } from '../db/tables.ts';

/** Promotions with the names of the people in them and the author of what would be promoted. */
function selectPromotions(queries: Queries) {
  return queries
    .selectFrom('promotions')
    .innerJoin('prompts', 'prompts.id', 'promotions.promptId')
    .innerJoin('versions', (join) =>
      join
        .onRef('versions.promptId', '=', 'promotions.promptId')
        .onRef('versions.version', '=', 'promotions.version'),
    )
    .innerJoin('members as requester', 'requester.id', 'promotions.requestedBy')
    .leftJoin('members as applier', 'applier.id', 'promotions.appliedBy')
    .selectAll('promotions')
    .select(['prompts.name as prompt', 'prompts.stable as currentStable'])
    .select(['versions.authorId', 'versions.contentHash'])
    .select(['requester.name as requesterName', 'applier.name as applierName']);
}

export type PromotionRow = Awaited<
  ReturnType<ReturnType<typeof selectPromotions>['executeTakeFirstOrThrow']>
>;

/** @throws Problem `promotion-not-found` */
export async function requirePromotion(queries: Queries, id: string): Promise<PromotionRow> {
  const row = await selectPromotions(queries).where('promotions.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('promotion-not-found', 'There is no promotion with this id.');
  return row;
}

export interface PromotionFilter {
  readonly status?: PromotionStatus | undefined;
  readonly prompt?: string | undefined;
  /** Only those that may still be reviewed, withdrawn or applied. */
  readonly isOpen?: boolean | undefined;
}

/** Promotions that fit, newest first, beginning below a position. */
export async function listPromotions(
  queries: Queries,
  { status, prompt, isOpen }: PromotionFilter,
  below: number | null,
  limit: number,
): Promise<PromotionRow[]> {
  let query = selectPromotions(queries).orderBy('promotions.position', 'desc').limit(limit);
  if (status !== undefined) query = query.where('promotions.status', '=', status);
  if (isOpen) query = query.where('promotions.status', 'in', openStatuses);
  if (prompt !== undefined) query = query.where('prompts.name', '=', prompt);
  if (below !== null) query = query.where('promotions.position', '<', below);
  return query.execute();
}

export async function listOpenPromotions(queries: Queries, promptId?: number): Promise<PromotionRow[]> {
  let query = selectPromotions(queries).where('promotions.status', 'in', openStatuses);
  if (promptId !== undefined) query = query.where('promotions.promptId', '=', promptId);
  return query.orderBy('promotions.position').execute();
}

export async function insertPromotion(
  queries: Queries,
  promotion: Omit<Insertable<Tables['promotions']>, 'position'>,
): Promise<void> {
  const position = await nextNumber(queries, 'promotions', 'position');
  await queries
    .insertInto('promotions')
    .values({ ...promotion, position })
    .execute();
}

export async function updatePromotion(
  queries: Queries,
  id: string,
  change: Updateable<Tables['promotions']>,
): Promise<void> {
  await queries.updateTable('promotions').set(change).where('id', '=', id).execute();
}
