import type { StableInterval, VersionSummary } from '#core/contract/shapes.ts';
import { shareOf, type TimeView } from './time-view.ts';

/** A version with its time, for drawing. */
export interface Moment {
  readonly time: number;
  readonly version: VersionSummary;
}

/** One dot of the picture: a version, or several that stand too close to be told apart. */
export interface Dot {
  /** Where its middle is, in pixels. */
  readonly x: number;
  /** The oldest and the newest of them. */
  readonly first: Moment;
  readonly last: Moment;
  readonly count: number;
  /** True where one of them was stable at some time. */
  readonly wasStable: boolean;
}

/** A stretch in which `stable` was a version, or several short ones in a row. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
  /** The last of them. */
  readonly interval: StableInterval;
  readonly count: number;
}

/** Dots closer than this are one, in pixels. */
const dotDistance = 9;
/** Stretches narrower than this are drawn together, in pixels. */
const leastWidth = 4;

/** The versions in the order of their times. */
export function listMoments(versions: readonly VersionSummary[]): Moment[] {
  const moments = versions.map((version) => ({ time: Date.parse(version.createdAt), version }));
  return moments.sort((one, other) => one.time - other.time || one.version.version - other.version.version);
}

/** The dots inside the view: however many versions there are, no more than find room. */
export function listDots(
  moments: readonly Moment[],
  stableVersions: ReadonlySet<number>,
  view: TimeView,
  width: number,
): Dot[] {
  const dots: Dot[] = [];
  const end = findAfter(moments, view.end);
  for (let index = findFrom(moments, view.start); index < end; ) {
    const first = moments[index];
    if (!first) break;
    const x = shareOf(first.time, view) * width;
    let [last, count, wasStable] = [first, 0, false];
    for (; index < end; index += 1) {
      const moment = moments[index];
      if (!moment || shareOf(moment.time, view) * width - x >= dotDistance) break;
      wasStable ||= stableVersions.has(moment.version.version);
      last = moment;
      count += 1;
    }
    dots.push({ x, first, last, count, wasStable });
  }
  return dots;
}

/** Where `stable` was inside the view, oldest first. */
export function listStretches(history: readonly StableInterval[], view: TimeView, width: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const interval of history.toReversed()) {
    const [since, until] = [
      Date.parse(interval.since),
      interval.until ? Date.parse(interval.until) : view.end,
    ];
    if (until < view.start || since > view.end) continue;
    const x = Math.max(0, shareOf(since, view)) * width;
    const end = Math.min(1, shareOf(until, view)) * width;
    const before = stretches.at(-1);
    const isNarrow = end - x < leastWidth;
    if (before && isNarrow && before.width < 2 * leastWidth && x - before.x < 2 * leastWidth) {
      const count = before.count + 1;
      stretches[stretches.length - 1] = {
        x: before.x,
        width: Math.max(leastWidth, end - before.x),
        interval,
        count,
      };
    } else stretches.push({ x, width: Math.max(leastWidth, end - x), interval, count: 1 });
  }
  return stretches;
}

/** The moments within a stretch of time, both ends included. */
export function momentsWithin(moments: readonly Moment[], { start, end }: TimeView): readonly Moment[] {
  return moments.slice(findFrom(moments, start), findAfter(moments, end));
}

/** Where the first moment at or after a time stands. */
function findFrom(moments: readonly Moment[], time: number): number {
  return findFirst(moments, (moment) => moment.time >= time);
}

/** Where the first moment after a time stands. */
function findAfter(moments: readonly Moment[], time: number): number {
  return findFirst(moments, (moment) => moment.time > time);
}

/** Where the first one stands from which on all fit. */
function findFirst(moments: readonly Moment[], fits: (moment: Moment) => boolean): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const moment = moments[middle];
    if (moment && !fits(moment)) low = middle + 1;
    else high = middle;
  }
  return low;
}
