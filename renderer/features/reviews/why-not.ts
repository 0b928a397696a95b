import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { isOpen, mayApprove } from '#core/domain/promotion.ts';
import { findRefusal } from '../connections/permissions-store.ts';

/** Why the user's approval is not asked for, in a sentence; `null` where it is. */
export function whyNotReview(review: PromotionDetails, connection: Connection): string | null {
  const { member } = connection;
  if (!member || !isOpen(review.status)) return 'There is nothing to decide here any more.';
  const { candidate, policy, requestedBy, version } = review;
  if (!policy.authorMayApprove && candidate.author.id === member.id) {
    return `You wrote v${version}, so that somebody else has to approve it.`;
  }
  if (!policy.authorMayApprove && requestedBy.id === member.id) {
    return 'You asked for this promotion, so that somebody else has to approve it.';
  }
  const refusal = findRefusal('reviewer', connection);
  if (refusal !== null) return refusal;
  const people = { authorId: candidate.author.id, requesterId: requestedBy.id };
  if (!mayApprove(policy, people, { memberId: member.id, roles: member.roles })) {
    const roles = new Intl.ListFormat('en', { type: 'disjunction' }).format(policy.reviewerRoles);
    return `The rules ask for an approval by a ${roles}.`;
  }
  return null;
}
