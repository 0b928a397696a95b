import { diffArrays } from 'diff';

/** A stretch that both sides have. Positions count items, from 0. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/**
 * How much work may still be done, in steps of the comparison. Counted and not timed, so that the same texts always
 * give the same answer.
 */
export interface Budget {
  steps: number;
}

const largestEditLength = 1_000;

/**
 * Finds what two sequences have in common, in order: by the fewest changes where the budget allows that, otherwise
 * by what occurs once on each side.
 */
export function matchSequences(from: readonly string[], to: readonly string[], budget: Budget): Match[] {
  const start = countCommon(from, to, 0, (index) => index);
  const end = countCommon(from, to, start, (index, { length }) => length - 1 - index);
  const middleFrom = indexes(from, start, from.length - end);
  const middleTo = indexes(to, start, to.length - end);
  // What one side alone has cannot be common; without it the rest is soon compared.
  const keptFrom = keepKnown(from, middleFrom, to, middleTo);
  const keptTo = keepKnown(to, middleTo, from, middleFrom);
  const pairs = [
    ...range(start).map((index) => [index, index] as const),
    ...pairUp(from, keptFrom, to, keptTo, budget),
    ...range(end).map((index) => [from.length - end + index, to.length - end + index] as const),
  ];
  return joinPairs(pairs);
}

type Pair = readonly [from: number, to: number];

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

function indexes(items: readonly string[], start: number, end: number): number[] {
  const found: number[] = [];
  for (let index = start; index < Math.min(end, items.length); index += 1) found.push(index);
  return found;
}

/** How many items are equal, in the order that `place` goes through them; the first `taken` are not looked at. */
function countCommon(
  from: readonly string[],
  to: readonly string[],
  taken: number,
  place: (index: number, items: readonly string[]) => number,
): number {
  const most = Math.min(from.length, to.length) - taken;
  let count = 0;
  while (count < most && from[place(count, from)] === to[place(count, to)]) count += 1;
  return count;
}

function keepKnown(
  items: readonly string[],
  at: readonly number[],
  others: readonly string[],
  othersAt: readonly number[],
): number[] {
  const known = new Set(othersAt.map((index) => others[index]));
  return at.filter((index) => known.has(items[index]));
}

function pairUp(
  from: readonly string[],
  keptFrom: readonly number[],
  to: readonly string[],
  keptTo: readonly number[],
  budget: Budget,
): Pair[] {
  if (keptFrom.length === 0 || keptTo.length === 0) return [];
  const maxEditLength = Math.min(largestEditLength, Math.floor(Math.sqrt(2 * Math.max(0, budget.steps))));
  const changes = diffArrays(
    keptFrom.map((index) => from[index]),
    keptTo.map((index) => to[index]),
    { maxEditLength },
  );
  const pairs: Pair[] = [];
  let edits = 0;
  let [fromAt, toAt] = [0, 0];
  for (const { added, removed, count } of changes ?? []) {
    if (added || removed) edits += count;
    for (let step = 0; step < count; step += 1) {
      const pair = [keptFrom[fromAt], keptTo[toAt]] as Pair;
      if (!added && !removed) pairs.push(pair);
      if (!added) fromAt += 1;
      if (!removed) toAt += 1;
    }
  }
  const effort = changes ? edits : maxEditLength;
  budget.steps -= (effort * effort) / 2 + keptFrom.length + keptTo.length;
  return changes ? pairs : pairUnique(from, keptFrom, to, keptTo);
}

/** Pairs what occurs once on each side, as many as keep their order. */
function pairUnique(
  from: readonly string[],
  keptFrom: readonly number[],
  to: readonly string[],
  keptTo: readonly number[],
): Pair[] {
  const once = (items: readonly string[], at: readonly number[]) => {
    const places = new Map<string, number | null>();
    for (const index of at) {
      const item = items[index] ?? '';
      places.set(item, places.has(item) ? null : index);
    }
    return places;
  };
  const inTo = once(to, keptTo);
  const candidates: Pair[] = [];
  for (const [item, index] of once(from, keptFrom)) {
    const other = inTo.get(item);
    if (index !== null && other !== null && other !== undefined) candidates.push([index, other]);
  }
  candidates.sort((a, b) => a[0] - b[0]);
  return longestRising(candidates);
}

/** The longest selection in which both positions rise. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  interface Link {
    readonly pair: Pair;
    readonly before: Link | undefined;
  }
  const ends: Link[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    ends[low] = { pair, before: ends[low - 1] };
  }
  const rising: Pair[] = [];
  for (let link = ends.at(-1); link; link = link.before) rising.push(link.pair);
  return rising.reverse();
}

function joinPairs(pairs: readonly Pair[]): Match[] {
  const matches: { from: number; to: number; length: number }[] = [];
  for (const [from, to] of pairs) {
    const last = matches.at(-1);
    if (last && last.from + last.length === from && last.to + last.length === to) last.length += 1;
    else matches.push({ from, to, length: 1 });
  }
  return matches;
}
