import type { Budget } from './budget.ts';
import { type Box, findSplit } from './find-split.ts';
import { pairUnique } from './pair-unique.ts';

/** Stands for an item that has no partner on the other side. */
export const unmatched = -1;

/**
 * Finds what two sequences of numbered items have in common, in order. For each item of the first, the place of its
 * partner in the second. Short ways are found exactly; where much changed, what occurs once on each side comes first.
 */
export function matchItems(from: Int32Array, to: Int32Array, budget: Budget): Int32Array {
  const partners = new Int32Array(from.length).fill(unmatched);
  const [start, end] = commonEnds(from, to, {
    fromStart: 0,
    fromEnd: from.length,
    toStart: 0,
    toEnd: to.length,
  });
  for (let index = 0; index < start; index += 1) partners[index] = index;
  for (let index = 1; index <= end; index += 1) partners[from.length - index] = to.length - index;
  // What one side alone has cannot be common; without it the rest is soon compared.
  const keptFrom = keepKnown(from, start, from.length - end, to, start, to.length - end);
  const keptTo = keepKnown(to, start, to.length - end, from, start, from.length - end);
  const pick = (items: Int32Array, places: Int32Array) => places.map((place) => items[place] ?? 0);
  matchKept(pick(from, keptFrom), pick(to, keptTo), budget, (fromAt, toAt) => {
    partners[keptFrom[fromAt] ?? 0] = keptTo[toAt] ?? unmatched;
  });
  return partners;
}

function keepKnown(
  items: Int32Array,
  start: number,
  end: number,
  others: Int32Array,
  othersStart: number,
  othersEnd: number,
): Int32Array {
  const known = new Set(others.subarray(othersStart, othersEnd));
  const kept: number[] = [];
  for (let index = start; index < end; index += 1) if (known.has(items[index] ?? -1)) kept.push(index);
  return Int32Array.from(kept);
}

/** How many items are equal at the beginning, and at the end. */
function commonEnds(from: Int32Array, to: Int32Array, box: Box): [start: number, end: number] {
  const most = Math.min(box.fromEnd - box.fromStart, box.toEnd - box.toStart);
  let [start, end] = [0, 0];
  while (start < most && from[box.fromStart + start] === to[box.toStart + start]) start += 1;
  while (end < most - start && from[box.fromEnd - 1 - end] === to[box.toEnd - 1 - end]) end += 1;
  return [start, end];
}

function matchKept(
  from: Int32Array,
  to: Int32Array,
  budget: Budget,
  pair: (from: number, to: number) => void,
): void {
  const boxes: Box[] = [{ fromStart: 0, fromEnd: from.length, toStart: 0, toEnd: to.length }];
  for (let box = boxes.pop(); box; box = boxes.pop()) {
    const [start, end] = commonEnds(from, to, box);
    for (let index = 0; index < start; index += 1) pair(box.fromStart + index, box.toStart + index);
    for (let index = 1; index <= end; index += 1) pair(box.fromEnd - index, box.toEnd - index);
    const inner = {
      fromStart: box.fromStart + start,
      fromEnd: box.fromEnd - end,
      toStart: box.toStart + start,
      toEnd: box.toEnd - end,
    };
    if (inner.fromStart === inner.fromEnd || inner.toStart === inner.toEnd || budget.steps <= 0) continue;
    const split = findSplit(from, to, inner, budget);
    const anchors = split.isExact ? [] : pairUnique(from, to, inner);
    let { fromStart, toStart } = inner;
    for (const anchor of anchors) {
      pair(anchor.from, anchor.to);
      boxes.push({ fromStart, fromEnd: anchor.from, toStart, toEnd: anchor.to });
      [fromStart, toStart] = [anchor.from + 1, anchor.to + 1];
    }
    if (anchors.length === 0) {
      boxes.push({ fromStart, fromEnd: split.from, toStart, toEnd: split.to });
      [fromStart, toStart] = [split.from, split.to];
    }
    boxes.push({ fromStart, fromEnd: inner.fromEnd, toStart, toEnd: inner.toEnd });
  }
}
