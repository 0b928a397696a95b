const long = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'medium' });
const zone = new Intl.DateTimeFormat(undefined, { timeZoneName: 'longOffset' });

/** For example “3 March 2026 at 14:00:00”, in the time zone of whoever makes the record. */
export function formatMoment(time: string): string {
  return long.format(new Date(time));
}

/** The time zone's name. */
export function timeZoneName(): string {
  return zone.resolvedOptions().timeZone;
}

/** For example “2026-03-03 13:00:00.000 UTC”. */
export function formatUtc(time: string): string {
  return `${time.replace('T', ' ').replace('Z', '')} UTC`;
}
