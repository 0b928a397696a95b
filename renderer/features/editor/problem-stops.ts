import type { TextProblem } from '#core/domain/problems.ts';

/** Where the way through the problems stops: at one of a problem's places, or at a variable's field. */
export interface ProblemStop {
  readonly problem: TextProblem;
  /** `null` where the text is not what is wrong. */
  readonly place: Stretch | null;
}

/** In offsets of the text, `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Every place of every problem in the order of the text, then those that have none. */
export function listStops(problems: readonly TextProblem[]): ProblemStop[] {
  const placed = problems.flatMap((problem) => problem.places.map((place) => ({ problem, place })));
  const others = problems.filter(({ places }) => places.length === 0);
  return [
    ...placed.toSorted((one, other) => one.place.start - other.place.start),
    ...others.map((problem) => ({ problem, place: null })),
  ];
}

/**
 * The stop after or before what is selected, all around; -1 where there is none.
 *
 * @param current the stop that is shown now, if any: those without a place are told apart by it alone
 */
export function findStop(
  stops: readonly ProblemStop[],
  selection: Stretch,
  current: number | null,
  step: 1 | -1,
): number {
  if (stops.length === 0) return -1;
  if (current !== null) return (current + step + stops.length) % stops.length;
  if (step === 1) {
    const next = stops.findIndex(({ place }) => place === null || place.start >= selection.end);
    return next < 0 ? 0 : next;
  }
  const before = stops.findLastIndex(({ place }) => place !== null && place.start < selection.start);
  return before < 0 ? stops.length - 1 : before;
}
