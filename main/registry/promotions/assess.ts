import type { Promotion } from '#core/contract/shapes.ts';
import {
  type Candidate,
  countedReviews,
  isOpen,
  type Judgement,
  judgePromotion,
  type Policy,
  type Review,
  type TestState,
} from '#core/domain/promotion.ts';
import type { Queries } from '../db/database.ts';
import { findTestStates } from '../evaluations/repository.ts';
import type { PolicySource } from '../policy/policy-source.ts';
import type { PromotionRow } from './repository.ts';
import { listReviews, type ReviewRow } from './reviews-repository.ts';

/** A promotion as the API shows it, and what its judgement was made of. */
export interface Assessed {
  readonly promotion: Promotion;
  readonly policy: Policy;
  readonly candidate: Candidate;
  readonly reviews: readonly Review[];
  /** `null` where the promotion is closed. */
  readonly judgement: Judgement | null;
}

/** Promotions with their reviews and, where they are open, what their policy still misses. */
export async function assessPromotions(
  queries: Queries,
  rows: readonly PromotionRow[],
  policies: PolicySource,
): Promise<Assessed[]> {
  const ids = rows.map((row) => row.id);
  const reviews = Map.groupBy(await listReviews(queries, ids), (review) => review.promotionId);
  const policyOf = await policies.findFor(
    queries,
    rows.map((row) => row.promptId),
  );
  const isTested = (row: PromotionRow) =>
    isOpen(row.status) && policyOf(row.promptId).policy.requirePassingTests;
  const testsOf = await findTestStates(queries, rows.filter(isTested));
  return rows.map((row) =>
    assess(
      row,
      reviews.get(row.id) ?? [],
      policyOf(row.promptId).policy,
      isTested(row) ? testsOf(row) : 'passed',
    ),
  );
}

/** One promotion as the API shows it. */
export async function assessPromotion(
  queries: Queries,
  row: PromotionRow,
  policies: PolicySource,
): Promise<Promotion> {
  const [assessed] = await assessPromotions(queries, [row], policies);
  if (!assessed) throw new Error('A promotion was not assessed.');
  return assessed.promotion;
}

function assess(row: PromotionRow, rows: readonly ReviewRow[], policy: Policy, tests: TestState): Assessed {
  const { id, prompt, version, kind, status, note, createdAt, baseStable, appliedAt, appliedBy } = row;
  const candidate = { authorId: row.authorId, requesterId: row.requestedBy };
  const reviews = rows.filter((review) => review.contentHash === row.contentHash).map(toJudged);
  const counted = new Set(countedReviews(policy, candidate, reviews).map(({ id }) => id));
  const judgement = isOpen(status) ? judgePromotion(policy, candidate, reviews, tests) : null;
  const promotion: Promotion = {
    id,
    prompt,
    version,
    channel: 'stable',
    kind,
    status: judgement?.status ?? status,
    note,
    requestedBy: { id: row.requestedBy, name: row.requesterName },
    createdAt,
    baseStable,
    reviews: rows.map((review) => ({
      ...toReview(review),
      ...(judgement ? { counts: counted.has(review.id) } : {}),
    })),
    missing: [...(judgement?.missing ?? [])],
    appliedAt,
    appliedBy: appliedBy === null ? null : { id: appliedBy, name: row.applierName ?? '' },
  };
  return { promotion, policy, candidate, reviews, judgement };
}

function toJudged({ id, memberId, roles, decision }: ReviewRow): Review & Pick<ReviewRow, 'id'> {
  return { id, memberId, roles: JSON.parse(roles), decision };
}

function toReview({ id, memberId, memberName, decision, comment, contentHash, createdAt }: ReviewRow) {
  return { id, member: { id: memberId, name: memberName }, decision, comment, contentHash, createdAt };
}
