import type { StableInterval, VersionSummary } from '#core/contract/shapes.ts';
import { barLength } from './timeline-items.ts';

/** A stretch of the picture: from and to are shares of its width, from 0 to 1. */
export interface Band {
  readonly interval: StableInterval;
  readonly from: number;
  readonly to: number;
}

/** A version's stroke: where it stands, and how high it is, both from 0 to 1. */
export interface Stroke {
  readonly at: number;
  readonly height: number;
}

export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** The time that the picture shows: from the first thing that happened until now. */
export function spanOf(
  versions: readonly VersionSummary[],
  history: readonly StableInterval[],
  now: number,
): TimeSpan {
  const times = [versions.at(-1)?.createdAt, history.at(-1)?.since].filter((time) => time !== undefined);
  const start = Math.min(...times.map((time) => Date.parse(time)), now - 60_000);
  return { start, end: Math.max(now, start + 60_000) };
}

/** Where a time stands in the picture, from 0 to 1. */
export function placeOf(time: string, { start, end }: TimeSpan): number {
  return Math.min(1, Math.max(0, (Date.parse(time) - start) / (end - start)));
}

/** Where `stable` was and when, oldest first. */
export function listBands(history: readonly StableInterval[], span: TimeSpan): Band[] {
  return history
    .map((interval) => ({
      interval,
      from: placeOf(interval.since, span),
      to: interval.until === null ? 1 : placeOf(interval.until, span),
    }))
    .reverse();
}

/**
 * One stroke for each column of the picture in which something was saved, as high as the largest change in it: ten
 * thousand versions are no more strokes than the picture has columns.
 */
export function listStrokes(
  versions: readonly VersionSummary[],
  span: TimeSpan,
  largest: number,
  columns: number,
): Stroke[] {
  const heights = new Map<number, number>();
  for (const { createdAt, change, parent } of versions) {
    const column = Math.round(placeOf(createdAt, span) * columns);
    const words = change && parent !== null ? change.added + change.removed : 0;
    const height = 0.2 + 0.8 * barLength(words, largest);
    heights.set(column, Math.max(heights.get(column) ?? 0, height));
  }
  return [...heights].map(([column, height]) => ({ at: column / columns, height }));
}
