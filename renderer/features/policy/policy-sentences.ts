import type { PolicyEffect } from '#core/contract/promotion-shapes.ts';
import type { Member } from '#core/contract/shapes.ts';
import type { Policy } from '#core/domain/promotion.ts';
import { hasRole } from '#core/domain/roles.ts';
import { joinNames } from '../../format/counts.ts';

/** True where two policies ask for the same. */
export function isSamePolicy(one: Policy, other: Policy): boolean {
  return (
    one.requiredApprovals === other.requiredApprovals &&
    one.authorMayApprove === other.authorMayApprove &&
    one.requirePassingTests === other.requirePassingTests &&
    one.reviewerRoles.toSorted().join() === other.reviewerRoles.toSorted().join()
  );
}

/** The members whose approval would count. Reviewing at all needs the role `reviewer`. */
export function listApprovers(policy: Policy, members: readonly Member[]): readonly Member[] {
  return members.filter(
    ({ roles }) => hasRole(roles, 'reviewer') && policy.reviewerRoles.some((role) => hasRole(roles, role)),
  );
}

/** What keeps a policy from ever being met, or may; `null` where there are enough people. */
export function findShortage(
  policy: Policy,
  members: readonly Member[],
): { readonly tone: 'danger' | 'warning'; readonly title: string; readonly sentence: string } | null {
  const { requiredApprovals: needed, authorMayApprove } = policy;
  const approvers = listApprovers(policy, members);
  if (needed === 0) return null;
  if (approvers.length < needed) {
    const who = approvers.length === 0 ? 'nobody' : `only ${nameSome(approvers)}`;
    const asked = needed === 1 ? '1 approval is' : `${needed} approvals are`;
    return {
      tone: 'danger',
      title: 'No version could become stable.',
      sentence: `${asked} asked for, and ${who} may give one. Ask for fewer, or give more members a role that may approve.`,
    };
  }
  const mayBeOwnWork = !authorMayApprove && approvers.some(({ roles }) => hasRole(roles, 'editor'));
  if (approvers.length > needed || !mayBeOwnWork) return null;
  const only = approvers.length === 1 ? approvers[0]?.name : undefined;
  return {
    tone: 'warning',
    title: 'These may be too few.',
    sentence:
      only === undefined
        ? 'When one of them writes a version or asks for its promotion, too few are left to approve it.'
        : `When ${only} writes a version or asks for its promotion, nobody is left to approve it.`,
  };
}

/** The members whom a policy names but who may not review at all. */
export function listUnableToReview(policy: Policy, members: readonly Member[]): readonly Member[] {
  return members.filter(
    ({ roles }) => !hasRole(roles, 'reviewer') && policy.reviewerRoles.some((role) => hasRole(roles, role)),
  );
}

const namesShown = 5;

/** Names as a sentence says them, the first few of many. */
export function nameSome(members: readonly Pick<Member, 'name'>[]): string {
  const names = members.map(({ name }) => name);
  if (names.length <= namesShown + 1) return joinNames(names);
  return joinNames([...names.slice(0, namesShown), `${names.length - namesShown} more`]);
}

/** What another policy would change for one request, in sentences. */
export function describeEffect({ after, voided, counted }: PolicyEffect): string[] {
  const approvals = (people: PolicyEffect['voided']) =>
    `The ${people.length === 1 ? 'approval' : 'approvals'} of ${nameSome(people)}`;
  return [
    ...(voided.length > 0 ? [`${approvals(voided)} would be void.`] : []),
    ...(counted.length > 0 ? [`${approvals(counted)} would count.`] : []),
    ...(after.missing.length === 0 ? ['It would be ready to be promoted.'] : after.missing),
  ];
}
