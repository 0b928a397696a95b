import { setTimeout as delay } from 'node:timers/promises';

/** Knows which calls of the screen have not been answered yet. */
export interface CallsUnderWay {
  track<T>(call: Promise<T>): Promise<T>;
  /**
   * Answers when no call was under way and none came for `quiet` milliseconds, and after `limit` milliseconds at
   * the latest.
   */
  settle(quiet: number, limit: number): Promise<void>;
}

export function createCallsUnderWay(): CallsUnderWay {
  const calls = new Set<Promise<unknown>>();
  let count = 0;

  async function waitForQuiet(quiet: number, signal: AbortSignal): Promise<void> {
    let seen = -1;
    while (seen !== count && !signal.aborted) {
      await Promise.allSettled(calls);
      seen = count;
      await delay(quiet, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    track(call) {
      count += 1;
      const tracked = call.finally(() => calls.delete(tracked));
      calls.add(tracked);
      return tracked;
    },
    async settle(quiet, limit) {
      const over = new AbortController();
      const tooLate = delay(limit, undefined, { signal: over.signal }).catch(() => undefined);
      await Promise.race([waitForQuiet(quiet, over.signal), tooLate]);
      over.abort();
    },
  };
}
