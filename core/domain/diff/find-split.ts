import type { Budget } from './budget.ts';

/** A part of two sequences, from `fromStart` up to but without `fromEnd`. */
export interface Box {
  readonly fromStart: number;
  readonly fromEnd: number;
  readonly toStart: number;
  readonly toEnd: number;
}

/** Where a comparison may be taken apart. */
interface Split {
  readonly from: number;
  readonly to: number;
  /** Whether the shortest way goes through it. */
  readonly isExact: boolean;
}

/** So many changes from either end are tried before something less exact is good enough. */
const mostChanges = 200;
const middle = mostChanges + 1;
const forward = new Int32Array(2 * middle + 1);
const backward = new Int32Array(2 * middle + 1);

/**
 * Finds a point on a short way from one sequence to the other: Myers' search from both ends, in linear space. Where
 * the ends do not meet soon, it is the point that came furthest. Neither first nor last items may be equal.
 */
export function findSplit(from: Int32Array, to: Int32Array, box: Box, budget: Budget): Split {
  const { fromStart, fromEnd, toStart, toEnd } = box;
  const [width, height] = [fromEnd - fromStart, toEnd - toStart];
  const delta = width - height;
  const isOdd = delta % 2 !== 0;
  const most = Math.min(mostChanges, Math.ceil((width + height) / 2));
  forward.fill(-1, middle - most - 1, middle + most + 2);
  backward.fill(-1, middle - most - 1, middle + most + 2);
  forward[middle + 1] = 0;
  backward[middle + 1] = 0;
  let [forwardLow, forwardHigh, backwardLow, backwardHigh] = [0, 0, 0, 0];
  for (let changes = 0; changes <= most; changes += 1) {
    budget.steps -= 2 * changes + 2;
    for (let diagonal = forwardLow - changes; diagonal <= changes - forwardHigh; diagonal += 2) {
      let x = nextColumn(forward, diagonal, changes);
      let y = x - diagonal;
      while (x < width && y < height && from[fromStart + x] === to[toStart + y]) {
        x += 1;
        y += 1;
      }
      forward[middle + diagonal] = x;
      if (x > width) forwardHigh += 2;
      else if (y > height) forwardLow += 2;
      else if (isOdd && Math.abs(delta - diagonal) < changes) {
        const other = backward[middle + delta - diagonal] ?? -1;
        if (other !== -1 && x + other >= width) {
          return { from: fromStart + x, to: toStart + y, isExact: true };
        }
      }
    }
    for (let diagonal = backwardLow - changes; diagonal <= changes - backwardHigh; diagonal += 2) {
      let x = nextColumn(backward, diagonal, changes);
      let y = x - diagonal;
      while (x < width && y < height && from[fromEnd - 1 - x] === to[toEnd - 1 - y]) {
        x += 1;
        y += 1;
      }
      backward[middle + diagonal] = x;
      if (x > width) backwardHigh += 2;
      else if (y > height) backwardLow += 2;
      else if (!isOdd && Math.abs(delta - diagonal) <= changes) {
        const other = forward[middle + delta - diagonal] ?? -1;
        if (other !== -1 && x + other >= width) {
          return { from: fromEnd - x, to: toEnd - y, isExact: true };
        }
      }
    }
  }
  const ahead = furthest(forward, most, width, height);
  const behind = furthest(backward, most, width, height);
  return ahead.x + ahead.y >= behind.x + behind.y
    ? { from: fromStart + ahead.x, to: toStart + ahead.y, isExact: false }
    : { from: fromEnd - behind.x, to: toEnd - behind.y, isExact: false };
}

function nextColumn(columns: Int32Array, diagonal: number, changes: number): number {
  const below = columns[middle + diagonal - 1] ?? -1;
  const above = columns[middle + diagonal + 1] ?? -1;
  return diagonal === -changes || (diagonal !== changes && below < above) ? above : below + 1;
}

function furthest(columns: Int32Array, most: number, width: number, height: number) {
  let best = { x: 0, y: 0 };
  for (let diagonal = -most; diagonal <= most; diagonal += 1) {
    const x = columns[middle + diagonal] ?? -1;
    const y = x - diagonal;
    if (x < 0 || y < 0 || x > width || y > height) continue;
    if (x + y > best.x + best.y) best = { x, y };
  }
  return best;
}
