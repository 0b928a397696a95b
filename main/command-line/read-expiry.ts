import { UsageFault } from './command.ts';

const dayLength = 24 * 60 * 60 * 1_000;

/**
 * Reads when a key expires: a day, at the end of which it does (UTC), a time, or a number of days from now.
 *
 * @returns RFC 3339 in UTC
 * @throws UsageFault
 */
export function readExpiry(text: string, now: number = Date.now()): string {
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  if (days !== undefined) return new Date(now + Number(days) * dayLength).toISOString();
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const time = Date.parse(isDay ? `${text}T23:59:59.999Z` : text);
  if ((isDay || isTime) && !Number.isNaN(time)) return new Date(time).toISOString();
  throw new UsageFault(`--expires takes a day, a time or a number of days (90d), not “${text}”.`);
}
