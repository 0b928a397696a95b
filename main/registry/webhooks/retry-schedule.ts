const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** The waits between attempts: eleven attempts within a day. */
export const usualRetryDelays: readonly number[] = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  8 * hour,
];

const jitter = 0.2;

export interface RetrySchedule {
  /**
   * How long to wait before the next attempt, in milliseconds.
   *
   * @param attempts how many have failed
   * @param retryAfter how long the receiver asked for, in milliseconds
   * @returns `null` where it is given up
   */
  findDelay(attempts: number, retryAfter: number): number | null;
  /** No wait is longer. */
  readonly longest: number;
}

/** Makes the schedule of retries. Each wait varies a little, so that deliveries that failed together come apart. */
export function createRetrySchedule(delays: readonly number[]): RetrySchedule {
  const longest = Math.max(0, ...delays) * (1 + jitter);
  return {
    longest,
    findDelay: (attempts, retryAfter) => {
      const delay = delays[attempts - 1];
      if (delay === undefined) return null;
      const varied = delay * (1 - jitter + 2 * jitter * Math.random());
      return Math.min(Math.max(varied, retryAfter), longest);
    },
  };
}

/** Reads `Retry-After`: seconds or a date. 0 where there is none that makes sense. */
export function readRetryAfter(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  const wait = /^\d{1,9}$/.test(header) ? Number(header) * second : Date.parse(header) - now.getTime();
  return Number.isFinite(wait) && wait > 0 ? wait : 0;
}
