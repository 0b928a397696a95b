import { setTimeout as delay } from 'node:timers/promises';

const shortestPause = 500;
const longestPause = 30_000;

/** The lengths of the pauses between attempts that fail, in milliseconds. */
interface Pauses {
  /** Somewhere between nothing and a bound that doubles each time: two who began together do not stay together. */
  next(): number;
  /** The next one is short again. */
  reset(): void;
}

/** @param random a number from 0 up to 1 */
export function createPauses(random: () => number = Math.random): Pauses {
  let failures = 0;
  return {
    next() {
      const bound = Math.min(longestPause, shortestPause * 2 ** failures);
      failures += 1;
      return random() * bound;
    },
    reset() {
      failures = 0;
    },
  };
}

/** The pauses themselves. */
export interface Backoff {
  /** Waits until it is time for the next attempt, or until `hurry` or `signal` says so. */
  pause(signal: AbortSignal): Promise<void>;
  /** The next pause is a short one again. */
  reset(): void;
  /** Ends the pause under way. */
  hurry(): void;
}

/** @param random a number from 0 up to 1 */
export function createBackoff(random?: () => number): Backoff {
  const pauses = createPauses(random);
  let hurrying = new AbortController();
  return {
    async pause(signal) {
      hurrying = new AbortController();
      const either = AbortSignal.any([signal, hurrying.signal]);
      await delay(pauses.next(), undefined, { signal: either }).catch(() => undefined);
    },
    reset: pauses.reset,
    hurry() {
      pauses.reset();
      hurrying.abort();
    },
  };
}
