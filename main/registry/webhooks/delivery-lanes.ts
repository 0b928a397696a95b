import type { AttemptDelivery } from './attempt-delivery.ts';
import type { LeasedDelivery } from './lease-deliveries.ts';
import type { EndedAttempt } from './settle-deliveries.ts';

/** Attempts at one webhook at the same time. A slow receiver holds these, and no other's. */
const mostAtOnce = 4;
/** Deliveries of one webhook that this process has leased. */
const mostLeased = 64;

interface Lane {
  readonly ready: { readonly delivery: LeasedDelivery; readonly beginBefore: number }[];
  running: number;
}

/**
 * Makes the lanes, one for each webhook, in which deliveries are attempted.
 *
 * @param patience how long a delivery may wait in its lane before its lease is too short, in milliseconds
 * @param onEnd hears of every delivery that was added, once
 */
export function createDeliveryLanes(
  attempt: AttemptDelivery,
  patience: number,
  onEnd: (ended: EndedAttempt) => void,
) {
  const ending = new AbortController();
  const lanes = new Map<string, Lane>();
  const running = new Set<Promise<void>>();

  function proceed(webhookId: string, lane: Lane) {
    while (lane.running < mostAtOnce) {
      const next = lane.ready.shift();
      if (!next) break;
      const { delivery, beginBefore } = next;
      if (performance.now() > beginBefore || ending.signal.aborted) {
        onEnd({ delivery, outcome: { kind: 'interrupted' } });
        continue;
      }
      lane.running += 1;
      const attempting = attempt(delivery, ending.signal).then((outcome) => {
        running.delete(attempting);
        lane.running -= 1;
        onEnd({ delivery, outcome });
        proceed(webhookId, lane);
      });
      running.add(attempting);
    }
    if (lane.running === 0) lanes.delete(webhookId);
  }

  return {
    countFree: (webhookId: string): number => {
      const lane = lanes.get(webhookId);
      return lane ? mostLeased - lane.ready.length - lane.running : mostLeased;
    },

    add: (leased: readonly LeasedDelivery[]): void => {
      const beginBefore = performance.now() + patience;
      for (const delivery of leased) {
        const { webhookId } = delivery;
        const lane = lanes.get(webhookId) ?? { ready: [], running: 0 };
        lanes.set(webhookId, lane);
        lane.ready.push({ delivery, beginBefore });
        proceed(webhookId, lane);
      }
    },

    /** Begins nothing more, and ends what is under way after a while. */
    close: async (grace: number): Promise<void> => {
      for (const lane of lanes.values()) {
        for (const { delivery } of lane.ready.splice(0))
          onEnd({ delivery, outcome: { kind: 'interrupted' } });
      }
      const timer = setTimeout(() => ending.abort(), grace);
      await Promise.all(running);
      clearTimeout(timer);
    },
  };
}
