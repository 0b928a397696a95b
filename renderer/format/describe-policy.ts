import { z } from 'zod';
import { policy as policyShape } from '#core/contract/shapes.ts';
import type { Policy } from '#core/domain/promotion.ts';
import { formatCount } from './counts.ts';

const readable = z.object({ ...policyShape.shape, inherited: z.boolean().optional() });

/** Reads a policy from an event; `null` where it is none. */
export function readPolicy(value: unknown): (Policy & { readonly inherited?: boolean | undefined }) | null {
  return readable.safeParse(value).data ?? null;
}

/** A policy in sentences. */
export function describePolicy(policy: Policy): string[] {
  const { requiredApprovals, authorMayApprove, requirePassingTests } = policy;
  if (requiredApprovals === 0) {
    return ['Nobody has to approve.', ...(requirePassingTests ? ['All test inputs have to pass.'] : [])];
  }
  return [
    `${formatCount(requiredApprovals, 'approval')} by a ${policy.reviewerRoles.join(' or ')} ${requiredApprovals === 1 ? 'is' : 'are'} needed.`,
    authorMayApprove
      ? 'Authors may approve their own work.'
      : 'The approval of the author or of the requester does not count.',
    ...(requirePassingTests ? ['All test inputs have to pass.'] : []),
  ];
}

/** What became of a policy: the sentences that hold now and did not before. */
export function describePolicyChange(before: unknown, after: unknown): string {
  const [old, next] = [readPolicy(before), readPolicy(after)];
  if (!next) return '';
  if (next.inherited && old?.inherited === false) return 'The registry’s policy holds again.';
  const known = new Set(old ? describePolicy(old) : []);
  const news = describePolicy(next).filter((sentence) => !known.has(sentence));
  if (old?.requirePassingTests && !next.requirePassingTests) news.push('Test inputs need not pass any more.');
  return news.join(' ');
}
