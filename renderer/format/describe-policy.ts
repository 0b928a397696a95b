import { listWords } from '#core/domain/list-words.ts';
import type { Policy } from '#core/domain/promotion.ts';
import { roles } from '#core/domain/roles.ts';
import { formatCount } from './counts.ts';
import { wordsOf } from './roles.ts';

/** A prompt’s policy also says whether it is the registry’s. */
interface RecordedPolicy extends Policy {
  readonly inherited?: boolean;
}

/** Reads a policy from an event; `null` where it is none. */
export function readPolicy(value: unknown): RecordedPolicy | null {
  const read = (value ?? {}) as { readonly [Field in keyof RecordedPolicy]?: unknown };
  const isPolicy =
    typeof read.requiredApprovals === 'number' &&
    typeof read.authorMayApprove === 'boolean' &&
    typeof read.requirePassingTests === 'boolean' &&
    Array.isArray(read.reviewerRoles) &&
    read.reviewerRoles.every((role) => roles.includes(role));
  return isPolicy ? (read as RecordedPolicy) : null;
}

/** A policy in sentences. */
export function describePolicy(policy: Policy): string[] {
  const { requiredApprovals, reviewerRoles, authorMayApprove, requirePassingTests } = policy;
  const tests = requirePassingTests ? 'Test inputs must pass.' : 'Test inputs need not pass.';
  if (requiredApprovals === 0) return ['A version becomes stable without an approval.', tests];
  const who = listWords(reviewerRoles.map((role) => wordsOf(role).people));
  return [
    `A version becomes stable after ${formatCount(requiredApprovals, 'approval')} by ${who}.`,
    authorMayApprove
      ? 'The author, and whoever asks for the promotion, may approve it themselves.'
      : 'The author, and whoever asks for the promotion, may not approve it themselves.',
    tests,
  ];
}

/** What became of a policy: the sentences that hold now and did not before. */
export function describePolicyChange(before: unknown, after: unknown): string {
  const [old, next] = [readPolicy(before), readPolicy(after)];
  if (!next) return '';
  if (next.inherited && old?.inherited === false) return 'The registry’s policy holds again.';
  const known = new Set(old ? describePolicy(old) : []);
  return describePolicy(next)
    .filter((sentence) => !known.has(sentence))
    .join(' ');
}
