import type { AuditRecord } from '#core/contract/audit-shapes.ts';
import type { Policy } from '#core/domain/promotion.ts';
import { readPolicy } from '../../../format/describe-policy.ts';

/**
 * The policy that held when an entry was written, as the log tells it: the prompt's own where it had one, else the
 * registry's.
 *
 * @param current what holds today, where the log has no change
 */
export function findPolicyThen(
  { events, prompt }: Pick<AuditRecord, 'events' | 'prompt'>,
  seq: number,
  current: Policy,
): Policy {
  const changes = events.filter(({ type }) => type === 'policy.changed');
  const own = changes.filter((event) => event.prompt === prompt.name);
  const ofPrompt = readPolicy(
    own.findLast((event) => event.seq < seq)?.data.after ?? own.find((event) => event.seq > seq)?.data.before,
  );
  if (ofPrompt?.inherited === false) return ofPrompt;
  const general = changes.filter((event) => event.prompt === undefined);
  const ofRegistry = readPolicy(
    general.findLast((event) => event.seq < seq)?.data.after ??
      general.find((event) => event.seq > seq)?.data.before,
  );
  return ofRegistry ?? current;
}
