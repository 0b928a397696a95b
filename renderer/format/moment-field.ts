/** Moments as a browser’s own field for date and time takes them: in local time, for example `2026-03-03T14:00:00`. */

const seconds = 19;

/** What the field shows for a moment. */
export function toMomentField(time: string): string {
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, seconds);
}

/** The moment that stands in the field, RFC 3339; `null` while it is not whole. */
export function readMomentField(text: string): string | null {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The time zone of the field at a moment, for example “Europe/Berlin (UTC+01:00)”. */
export function describeTimeZone(time: string | null): string {
  const date = time === null ? new Date() : new Date(time);
  const offset = -date.getTimezoneOffset();
  const digits = (minutes: number) => String(Math.floor(minutes)).padStart(2, '0');
  const sign = offset < 0 ? '−' : '+';
  const shift = `UTC${sign}${digits(Math.abs(offset) / 60)}:${digits(Math.abs(offset) % 60)}`;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone === 'UTC' ? 'UTC' : `${timeZone} (${shift})`;
}

/** True where the clocks were put back that night, and the time on them came a second time. */
export function isRepeatedHour(time: string): boolean {
  const hour = 3_600_000;
  const date = new Date(time);
  const later = new Date(date.getTime() + hour);
  return toMomentField(date.toISOString()) === toMomentField(later.toISOString());
}
