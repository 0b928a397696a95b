import type { VersionSummary } from '#core/contract/shapes.ts';
import { formatMonth } from '../../format/dates.ts';

/** A line of the timeline: a month's heading, a version, or one that is still on its way. */
export type TimelineItem =
  | { readonly kind: 'month'; readonly label: string }
  | { readonly kind: 'version'; readonly number: number; readonly version: VersionSummary }
  | { readonly kind: 'waiting'; readonly number: number };

/**
 * The lines of the timeline, newest first. Versions have no gaps, so those that are not loaded yet have their place
 * already, and the scroll bar is right from the start.
 */
export function listTimelineItems(versions: readonly VersionSummary[]): TimelineItem[] {
  const items: TimelineItem[] = [];
  let month = '';
  for (const version of versions) {
    const its = monthOf(version.createdAt);
    if (its !== month) items.push({ kind: 'month', label: formatMonth(version.createdAt) });
    month = its;
    items.push({ kind: 'version', number: version.version, version });
  }
  for (let number = (versions.at(-1)?.version ?? 1) - 1; number > 0; number -= 1) {
    items.push({ kind: 'waiting', number });
  }
  return items;
}

/**
 * The month of a time here, to compare with another. Reading a date takes ten times as long as cutting its text: only
 * on a month's first and last days it may be another one here.
 */
function monthOf(time: string): string {
  const day = time.slice(8, 10);
  if (day > '01' && day < '28') return time.slice(0, 7);
  const date = new Date(time);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

/** Where a version stands among the lines; -1 where it is not. */
export function indexOfVersion(items: readonly TimelineItem[], version: number | undefined): number {
  return items.findIndex((item) => item.kind !== 'month' && item.number === version);
}

/** The next version from a line on, in steps of versions; the first or the last where there are no more. */
export function stepToVersion(items: readonly TimelineItem[], from: number, step: number): number {
  const direction = Math.sign(step);
  let at = from;
  let left = Math.abs(step);
  for (let index = from + direction; left > 0 && index >= 0 && index < items.length; index += direction) {
    if (items[index]?.kind === 'month') continue;
    at = index;
    left -= 1;
  }
  return at;
}

/** The largest change of a list, in words; the first version is no change. */
export function largestChange(versions: readonly VersionSummary[]): number {
  let largest = 0;
  for (const { change, parent } of versions) {
    if (change && parent !== null) largest = Math.max(largest, change.added + change.removed);
  }
  return largest;
}

/** How long the bar of a change is, from 0 to 1: a few words must be seen beside a few thousand. */
export function barLength(words: number, largest: number): number {
  return words === 0 ? 0 : Math.min(1, Math.log1p(words) / Math.log1p(Math.max(largest, 20)));
}
