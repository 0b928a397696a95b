import { describeAnyOf, hasRole, type Role } from './roles.ts';

export const promotionStatuses = [
  'pending',
  'approved',
  'changes-requested',
  'withdrawn',
  'superseded',
  'applied',
] as const;
export type PromotionStatus = (typeof promotionStatuses)[number];

/** The statuses in which a promotion may still be reviewed, withdrawn or applied. */
export const openStatuses = ['pending', 'approved', 'changes-requested'] as const satisfies PromotionStatus[];

export function isOpen(status: PromotionStatus): boolean {
  return openStatuses.some((open) => open === status);
}

export const reviewDecisions = ['approve', 'request-changes'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** What has to be there before `stable` may move. */
export interface Policy {
  readonly requiredApprovals: number;
  readonly reviewerRoles: readonly Role[];
  readonly authorMayApprove: boolean;
  readonly requirePassingTests: boolean;
}

export const defaultPolicy: Policy = {
  requiredApprovals: 1,
  reviewerRoles: ['reviewer'],
  authorMayApprove: false,
  requirePassingTests: false,
};

/** The sandbox asks nobody: it is one person's own machine. */
export const sandboxPolicy: Policy = { ...defaultPolicy, requiredApprovals: 0 };

export interface Review {
  readonly memberId: string;
  readonly roles: readonly Role[];
  readonly decision: ReviewDecision;
}

/** The people whose approval does not count unless the policy says so. */
export interface Candidate {
  readonly authorId: string;
  readonly requesterId: string;
}

/** True where this member's approval counts under the policy. */
export function mayApprove(policy: Policy, candidate: Candidate, member: Pick<Review, 'memberId' | 'roles'>) {
  const isOwnWork = member.memberId === candidate.authorId || member.memberId === candidate.requesterId;
  if (isOwnWork && !policy.authorMayApprove) return false;
  return policy.reviewerRoles.some((role) => hasRole(member.roles, role));
}

/** What the test inputs of a prompt say of a candidate. */
export type TestState = 'passed' | 'failed' | 'not-run' | 'none';

const missingTests: Record<Exclude<TestState, 'passed'>, string> = {
  failed: 'Not all test inputs pass with this version.',
  'not-run': 'The test inputs have not been run with this version since they were changed last.',
  none: 'The policy asks for test inputs that pass, and this prompt has none.',
};

/** Where a promotion that is still open stands. */
export interface Judgement {
  readonly status: PromotionStatus;
  readonly asksForChanges: boolean;
  readonly missingApprovals: number;
  /** What still has to happen, in words. */
  readonly missing: readonly string[];
}

/**
 * Judges a promotion that is still open. Only a member's last review counts, and a member counts once.
 *
 * @param reviews of the candidate's very text, oldest first
 */
export function judgePromotion(
  policy: Policy,
  candidate: Candidate,
  reviews: readonly Review[],
  tests: TestState = 'passed',
): Judgement {
  const counted = countedReviews(policy, candidate, reviews);
  const asksForChanges = counted.some((review) => review.decision === 'request-changes');
  const approvals = counted.filter((review) => review.decision === 'approve').length;
  const missingApprovals = Math.max(0, policy.requiredApprovals - approvals);

  const missing: string[] = [];
  if (asksForChanges) missing.push('A reviewer asked for changes.');
  if (missingApprovals > 0) {
    const who = describeAnyOf(policy.reviewerRoles);
    missing.push(
      missingApprovals === 1
        ? `1 approval by ${who} is missing.`
        : `${missingApprovals} approvals by ${who} are missing.`,
    );
  }
  if (policy.requirePassingTests && tests !== 'passed') missing.push(missingTests[tests]);
  const isApproved = approvals > 0 && missing.length === 0;
  const status = asksForChanges ? 'changes-requested' : isApproved ? 'approved' : 'pending';
  return { status, asksForChanges, missingApprovals, missing };
}

/** The reviews that count under a policy: each member's last one, where they may approve at all. */
export function countedReviews<Given extends Review>(
  policy: Policy,
  candidate: Candidate,
  reviews: readonly Given[],
): Given[] {
  return standingReviews(reviews).filter((review) => mayApprove(policy, candidate, review));
}

function standingReviews<Given extends Review>(reviews: readonly Given[]): Given[] {
  const last = new Map<string, Given>();
  for (const review of reviews) last.set(review.memberId, review);
  return [...last.values()];
}

/**
 * True where an open promotion cannot go on without this member: their approval is missing, changes are asked of
 * them, or nothing is missing and they may promote.
 */
export function waitsFor(
  member: Pick<Review, 'memberId' | 'roles'>,
  policy: Policy,
  candidate: Candidate,
  reviews: readonly Review[],
  { asksForChanges, missingApprovals, missing }: Judgement,
): boolean {
  const { memberId, roles } = member;
  if (missing.length === 0) return hasRole(roles, 'promoter');
  const isOwnWork = memberId === candidate.authorId || memberId === candidate.requesterId;
  if (asksForChanges) return isOwnWork;
  if (missingApprovals === 0) return isOwnWork;
  const hasReviewed = reviews.some((review) => review.memberId === memberId);
  return !hasReviewed && mayApprove(policy, candidate, member);
}
