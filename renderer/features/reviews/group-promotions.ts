import type { Promotion } from '#core/contract/shapes.ts';
import { isOpen } from '#core/domain/promotion.ts';

/** The parts of the queue; every promotion is in one of them at most. */
export interface QueueParts {
  /** Cannot go on without the user, the longest waiting first. */
  readonly forMe: readonly Promotion[];
  /** Asked for by the user, and waits for somebody else. */
  readonly askedByMe: readonly Promotion[];
  readonly forOthers: readonly Promotion[];
  /** Closed, the last one first. */
  readonly decided: readonly Promotion[];
}

const mostDecided = 20;

/** Sorts a registry's promotions, newest first, into the parts of the queue. */
export function groupPromotions(
  promotions: readonly Promotion[],
  waiting: ReadonlySet<string>,
  memberId: string | undefined,
): QueueParts {
  const open = promotions.filter(({ status }) => isOpen(status));
  const forMe = open.filter(({ id }) => waiting.has(id)).toReversed();
  const others = open.filter(({ id }) => !waiting.has(id)).toReversed();
  return {
    forMe,
    askedByMe: others.filter(({ requestedBy }) => requestedBy.id === memberId),
    forOthers: others.filter(({ requestedBy }) => requestedBy.id !== memberId),
    decided: promotions
      .filter(({ status, kind }) => !isOpen(status) && kind === 'promotion')
      .toSorted((one, other) => (decidedAt(one) < decidedAt(other) ? 1 : -1))
      .slice(0, mostDecided),
  };
}

/** When something was decided last, as far as it is known. */
function decidedAt({ appliedAt, reviews, createdAt }: Promotion): string {
  return appliedAt ?? reviews.at(-1)?.createdAt ?? createdAt;
}
