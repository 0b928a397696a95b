import type { EventFeed } from '../events/event-feed.ts';
import { describeError, type RegistryLog } from '../log.ts';
import type { AttemptDelivery } from './attempt-delivery.ts';
import { createDeliveryLanes } from './delivery-lanes.ts';
import type { Dispatch } from './dispatch-deliveries.ts';
import type { EndedAttempt } from './settle-deliveries.ts';

/** Looks at the queue this often even where nothing happens here: other processes come and go. */
const lookEvery = 5_000;
/** What happens within this time is written together, so that saves seldom wait for a webhook's commit. */
const gatherFor = 100;
/** How long attempts under way may go on when the registry ends. */
const endingTime = 1_000;

/**
 * Makes what delivers events to webhooks, beside the requests and never inside one.
 *
 * @param patience how long a leased delivery may wait for its attempt, in milliseconds
 */
export function createDeliveryWorker(
  feed: EventFeed,
  log: RegistryLog,
  dispatch: Dispatch,
  attempt: AttemptDelivery,
  patience: number,
) {
  let ended: EndedAttempt[] = [];
  const lanes = createDeliveryLanes(attempt, patience, (attempt) => {
    ended.push(attempt);
    lookIn(gatherFor);
  });
  let isRunning = false;
  let looking: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let appointment = Number.POSITIVE_INFINITY;
  let unsubscribe = () => {};

  /** Keeps the earlier of two appointments. */
  function lookIn(wait: number) {
    const at = performance.now() + wait;
    if (!isRunning || at >= appointment) return;
    clearTimeout(timer);
    appointment = at;
    timer = setTimeout(look, wait);
  }

  function look() {
    appointment = Number.POSITIVE_INFINITY;
    if (looking) return lookIn(gatherFor);
    looking = findWork().finally(() => {
      looking = null;
    });
  }

  async function findWork() {
    const settling = ended;
    ended = [];
    try {
      const { leased, nextIn } = await dispatch(lanes.countFree, settling);
      lanes.add(leased);
      lookIn(Math.min(Math.max(nextIn ?? lookEvery, gatherFor), lookEvery));
    } catch (error) {
      log.error('Webhooks could not be looked after.', describeError(error));
      ended = [...settling, ...ended];
      lookIn(lookEvery);
    }
  }

  return {
    start: (): void => {
      isRunning = true;
      unsubscribe = feed.subscribe(() => lookIn(gatherFor));
      lookIn(0);
    },

    /** There may be something to deliver. */
    wake: (): void => lookIn(0),

    /** Ends the attempts under way; what they have not delivered is delivered after the next start. */
    close: async (): Promise<void> => {
      unsubscribe();
      isRunning = false;
      clearTimeout(timer);
      await looking;
      await lanes.close(endingTime);
      if (ended.length > 0) await dispatch(() => 0, ended).catch(() => {});
    },
  };
}
