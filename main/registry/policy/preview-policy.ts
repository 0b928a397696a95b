import type { PolicyEffect, PolicyPreview } from '#core/contract/promotion-shapes.ts';
import type { Person } from '#core/contract/shapes.ts';
import { countedReviews, type Policy } from '#core/domain/promotion.ts';
import type { Queries } from '../db/database.ts';
import { type Assessed, assessPromotions } from '../promotions/assess.ts';
import { listOpenPromotions } from '../promotions/repository.ts';
import type { PolicySource } from './policy-source.ts';

/** Judges the open promotions under a policy that does not hold yet, and tells what would be different. */
export async function previewPolicy(
  queries: Queries,
  policies: PolicySource,
  wanted: Policy,
  promptId?: number,
): Promise<PolicyPreview> {
  const open = await listOpenPromotions(queries, promptId);
  const policyOf = await policies.findFor(
    queries,
    open.map((row) => row.promptId),
  );
  const judged = promptId === undefined ? open.filter((row) => policyOf(row.promptId).inherited) : open;
  const before = await assessPromotions(queries, judged, policies);
  const after = await assessPromotions(queries, judged, alwaysThis(wanted));
  const effects = before.flatMap((now, index) => {
    const then = after[index];
    return then ? [toEffect(now, then)] : [];
  });
  return { open: judged.length, effects: effects.filter(isDifferent) };
}

const alwaysThis = (policy: Policy): PolicySource => ({
  find: async () => policy,
  findFor: async () => () => ({ policy, inherited: true }),
});

function toEffect(now: Assessed, then: Assessed): PolicyEffect {
  const { id, prompt, version, requestedBy } = now.promotion;
  const [approvedNow, approvedThen] = [listApprovals(now), listApprovals(then)];
  return {
    id,
    prompt,
    version,
    requestedBy,
    before: standingOf(now),
    after: standingOf(then),
    voided: withoutThese(approvedNow, approvedThen),
    counted: withoutThese(approvedThen, approvedNow),
  };
}

const standingOf = ({ promotion: { status, missing } }: Assessed) => ({ status, missing });

function isDifferent({ before, after, voided, counted }: PolicyEffect): boolean {
  const says = ({ status, missing }: PolicyEffect['before']) => [status, ...missing].join('\n');
  return says(before) !== says(after) || voided.length > 0 || counted.length > 0;
}

function listApprovals({ policy, candidate, reviews, promotion }: Assessed): Person[] {
  const approvals = countedReviews(policy, candidate, reviews).filter(
    ({ decision }) => decision === 'approve',
  );
  return approvals.flatMap(
    ({ memberId }) => promotion.reviews.find(({ member }) => member.id === memberId)?.member ?? [],
  );
}

const withoutThese = (people: readonly Person[], others: readonly Person[]) =>
  people.filter(({ id }) => !others.some((other) => other.id === id));
