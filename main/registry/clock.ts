/** Where the registry takes the time from. No order ever depends on it. */
export type Clock = () => Date;

/** The system's time. */
export const systemClock: Clock = () => new Date();

/** The time now, as the API writes it: RFC 3339 in UTC with milliseconds. */
export function readTime(clock: Clock): string {
  return clock().toISOString();
}
