import type { StableInterval } from '#core/contract/shapes.ts';
import { formatCount } from '../../../format/counts.ts';
import { formatDateTime, formatDateTimeRange } from '../../../format/dates.ts';
import { formatNote } from '../../../format/format-note.ts';
import type { Dot, Moment } from './picture-marks.ts';

/** Says a dot in a line. */
export function describeDot({ first, last, count }: Dot): string {
  if (count === 1) return describeMoment(first);
  const [from, to] = [first.version, last.version];
  return `${formatCount(count, 'version')}, v${from.version} to v${to.version}, ${formatDateTimeRange(from.createdAt, to.createdAt)}`;
}

/** Says a version in a line. */
export function describeMoment({ version }: Moment): string {
  const note = version.note ? `: ${formatNote(version.note)}` : '';
  return `v${version.version} by ${version.author.name}, ${formatDateTime(version.createdAt)}${note}`;
}

/** Says in a line where stable was, who brought it there, and why. */
export function describeInterval({ version, since, until, promotion }: StableInterval): string {
  const dates = until ? formatDateTimeRange(since, until) : `since ${formatDateTime(since)}`;
  const who = (promotion.appliedBy ?? promotion.requestedBy).name;
  const how = promotion.kind === 'rollback' ? 'rolled back' : 'promoted';
  return `Stable was v${version}, ${dates}: ${how} by ${who}${promotion.note ? `: ${formatNote(promotion.note)}` : ''}`;
}
