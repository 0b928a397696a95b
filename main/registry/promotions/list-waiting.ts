import type { Member, Promotion } from '#core/contract/shapes.ts';
import { waitsFor } from '#core/domain/promotion.ts';
import type { Queries } from '../db/database.ts';
import type { PolicySource } from '../policy/policy-source.ts';
import { type Assessed, assessPromotions } from './assess.ts';
import { listPromotions, type PromotionFilter, type PromotionRow } from './repository.ts';

const batchSize = 200;

/** Open promotions that cannot go on without a member, newest first, beginning below a position. */
export async function listWaiting(
  queries: Queries,
  member: Member,
  filter: PromotionFilter,
  policies: PolicySource,
  from: number | null,
  limit: number,
): Promise<{ row: PromotionRow; promotion: Promotion }[]> {
  const waiting: { row: PromotionRow; promotion: Promotion }[] = [];
  let below = from;
  let rows: PromotionRow[];
  do {
    rows = await listPromotions(queries, { ...filter, isOpen: true }, below, batchSize);
    const assessed = await assessPromotions(queries, rows, policies);
    for (const [index, row] of rows.entries()) {
      const each = assessed[index];
      if (each && isWaitingFor(member, each)) waiting.push({ row, promotion: each.promotion });
    }
    below = rows.at(-1)?.position ?? null;
  } while (rows.length === batchSize && waiting.length < limit);
  return waiting.slice(0, limit);
}

function isWaitingFor(member: Member, { policy, candidate, reviews, judgement }: Assessed): boolean {
  const { id: memberId, roles } = member;
  return judgement !== null && waitsFor({ memberId, roles }, policy, candidate, reviews, judgement);
}
