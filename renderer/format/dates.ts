/** Dates in the user's language and time zone. Times come as RFC 3339. */

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const exactTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
const month = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const weekdayAndYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

const minute = 60_000;
const hour = 60 * minute;
const oneDay = 24 * hour;

/** For example “3 Mar 2026, 14:02”. */
export function formatDateTime(time: string): string {
  return dateTime.format(new Date(time));
}

/** For example “3 Mar 2026, 14:02:05”. */
export function formatExactTime(time: string): string {
  return exactTime.format(new Date(time));
}

/** For example “3 Mar 2026, 14:02 – 15:30”. */
export function formatDateTimeRange(from: string, to: string): string {
  return dateTime.formatRange(new Date(from), new Date(to));
}

/** For example “14:02”. */
export function formatTimeOfDay(time: string): string {
  return clock.format(new Date(time));
}

/** A day as a heading: “Today”, “Yesterday”, “Tuesday, 3 March”; with the year where it is not this year's. */
export function formatDayHeading(time: string, now = new Date()): string {
  const date = new Date(time);
  const daysAgo = Math.round((startOfDay(now) - startOfDay(date)) / oneDay);
  if (daysAgo === 0 || daysAgo === 1) return capitalise(relative.format(-daysAgo, 'day'));
  return (date.getFullYear() === now.getFullYear() ? weekday : weekdayAndYear).format(date);
}

/** The time alone where it is today, else the date too. */
export function formatClock(time: string, now = new Date()): string {
  const date = new Date(time);
  return date.toDateString() === now.toDateString() ? clock.format(date) : dateTime.format(date);
}

/** For example “3 March”, with the year where it is not this year's. */
export function formatDay(time: string, now = new Date()): string {
  const date = new Date(time);
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear).format(date);
}

/** For example “March 2026”. */
export function formatMonth(time: string): string {
  return month.format(new Date(time));
}

/** For example “3–9 March”; one day where both ends are on it. */
export function formatDayRange(from: string, to: string, now = new Date()): string {
  const start = new Date(from);
  const end = new Date(to);
  const isThisYear = start.getFullYear() === now.getFullYear() && end.getFullYear() === now.getFullYear();
  return (isThisYear ? day : dayAndYear).formatRange(start, end);
}

/** For example “3 minutes ago”; after a month the date. */
export function formatRelative(time: string, now = Date.now()): string {
  const elapsed = now - new Date(time).getTime();
  if (elapsed < 45_000) return 'just now';
  if (elapsed < 45 * minute) return relative.format(-Math.round(elapsed / minute), 'minute');
  if (elapsed < 22 * hour) return relative.format(-Math.round(elapsed / hour), 'hour');
  if (elapsed < 30 * oneDay) return relative.format(-Math.round(elapsed / oneDay), 'day');
  return formatDay(time, new Date(now));
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
