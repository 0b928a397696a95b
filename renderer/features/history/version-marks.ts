import type { StableInterval } from '#core/contract/shapes.ts';
import { formatDay, formatDayRange } from '../../format/dates.ts';

/** Where a version stands or stood as `stable`, in words for its badge. */
export interface StableMark {
  readonly label: string;
  readonly isNow: boolean;
}

/** The marks of one version, newest first: “stable”, or “was stable 3–9 March”. */
export function stableMarks(version: number, history: readonly StableInterval[]): StableMark[] {
  return history
    .filter((interval) => interval.version === version)
    .map(({ since, until }) =>
      until === null
        ? { label: 'stable', isNow: true }
        : { label: `was stable ${describeStretch(since, until)}`, isNow: false },
    );
}

function describeStretch(since: string, until: string): string {
  const isOneDay = new Date(since).toDateString() === new Date(until).toDateString();
  return isOneDay ? formatDay(since) : formatDayRange(since, until);
}
