import type { Box } from './find-split.ts';

/** Two places with the same item. */
export interface Pair {
  readonly from: number;
  readonly to: number;
}

/** Pairs what occurs once on each side, as many as keep their order. */
export function pairUnique(from: Int32Array, to: Int32Array, box: Box): Pair[] {
  const inFrom = placesOfUnique(from, box.fromStart, box.fromEnd);
  const inTo = placesOfUnique(to, box.toStart, box.toEnd);
  const pairs: Pair[] = [];
  for (const [item, place] of inFrom) {
    const other = inTo.get(item) ?? -1;
    if (place >= 0 && other >= 0) pairs.push({ from: place, to: other });
  }
  return longestRising(pairs);
}

/** In order of the first occurrence; -1 for what occurs more than once. */
function placesOfUnique(items: Int32Array, start: number, end: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let index = start; index < end; index += 1) {
    const item = items[index] ?? -1;
    places.set(item, places.has(item) ? -1 : index);
  }
  return places;
}

/** The longest selection in which the second positions rise, as the first ones do. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length);
  for (const [index, { to }] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if ((pairs[ends[half] ?? 0]?.to ?? 0) < to) low = half + 1;
      else high = half;
    }
    ends[low] = index;
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
  }
  const rising: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}
