import { setTimeout as delay } from 'node:timers/promises';

const shortestPause = 500;
const longestPause = 30_000;

/** The pauses between attempts that fail: longer each time, and never the same for two who began together. */
export interface Backoff {
  /** Waits until it is time for the next attempt, or until `hurry` or `signal` says so. */
  pause(signal: AbortSignal): Promise<void>;
  /** The next pause is a short one again. */
  reset(): void;
  /** Ends the pause under way soon. */
  hurry(): void;
}

/** @param random a number from 0 up to 1 */
export function createBackoff(random: () => number = Math.random): Backoff {
  let failures = 0;
  let hurrying = new AbortController();
  return {
    async pause(signal) {
      hurrying = new AbortController();
      const longest = Math.min(longestPause, shortestPause * 2 ** failures);
      failures += 1;
      const either = AbortSignal.any([signal, hurrying.signal]);
      await delay(random() * longest, undefined, { signal: either }).catch(() => undefined);
    },
    reset() {
      failures = 0;
    },
    hurry() {
      failures = 0;
      hurrying.abort();
    },
  };
}
