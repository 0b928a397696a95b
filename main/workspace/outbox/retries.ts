const shortestPause = 2_000;
const longestPause = 60_000;

/** Tries again what failed, after longer and longer pauses, for each registry by itself. */
export interface Retries {
  /** Tries again after a pause, unless that is planned already. */
  plan(connection: string): void;
  /** Forgets how often it failed, and what was planned. */
  reset(connection: string): void;
  close(): void;
}

export function createRetries(tryAgain: (connection: string) => void): Retries {
  const planned = new Map<string, NodeJS.Timeout>();
  const pauses = new Map<string, number>();
  return {
    plan(connection) {
      if (planned.has(connection)) return;
      const pause = pauses.get(connection) ?? shortestPause;
      pauses.set(connection, Math.min(pause * 2, longestPause));
      const attempt = () => {
        planned.delete(connection);
        tryAgain(connection);
      };
      // Some jitter, so that many apps do not come back in the same moment.
      planned.set(connection, setTimeout(attempt, pause * (0.75 + Math.random() / 2)));
    },
    reset(connection) {
      clearTimeout(planned.get(connection));
      planned.delete(connection);
      pauses.delete(connection);
    },
    close() {
      for (const timer of planned.values()) clearTimeout(timer);
      planned.clear();
    },
  };
}
