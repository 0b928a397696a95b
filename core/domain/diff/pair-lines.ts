import type { Budget } from './budget.ts';
import { matchItems, unmatched } from './match-items.ts';
import type { WordReader, Words } from './words.ts';

/** Lines that became other lines in their place, from 0 and without the end. */
export interface Pairing {
  fromStart: number;
  fromEnd: number;
  toStart: number;
  toEnd: number;
}

/** The share of the longer line that has to be the same, or of the shorter one where lines were joined or split. */
const shareOfLonger = 0.35;
const shareOfShorter = 0.7;
const fewestLetters = 10;

/**
 * Finds which lines of a change became which, by the words that they have in common; in order. Lines that were
 * joined or split stand together.
 */
export function pairLines(
  from: ReadonlyMap<number, Words>,
  to: ReadonlyMap<number, Words>,
  reader: WordReader,
  budget: Budget,
): Pairing[] {
  const [old, fresh] = [joinWords(from), joinWords(to)];
  const partners = matchItems(old.numbers, fresh.numbers, budget);
  const pairings: Pairing[] = [];
  let [fromLine, toLine, weight] = [-1, -1, 0];
  const settle = () => {
    const [before, after] = [from.get(fromLine)?.letters ?? 0, to.get(toLine)?.letters ?? 0];
    const shorter = Math.min(before, after);
    const isNear =
      weight > 0 &&
      (weight >= shareOfLonger * Math.max(before, after) ||
        (shorter >= fewestLetters && weight >= shareOfShorter * shorter));
    if (isNear) addPair(pairings, fromLine, toLine, from, to);
  };
  for (const [index, partner] of partners.entries()) {
    if (partner === unmatched) continue;
    const [fromNow, toNow] = [old.lines[index] ?? 0, fresh.lines[partner] ?? 0];
    if (fromNow !== fromLine || toNow !== toLine) {
      settle();
      [fromLine, toLine, weight] = [fromNow, toNow, 0];
    }
    weight += reader.weightOf(old.numbers[index] ?? 0);
  }
  settle();
  return pairings;
}

function joinWords(lines: ReadonlyMap<number, Words>) {
  let length = 0;
  for (const { numbers } of lines.values()) length += numbers.length;
  const joined = { numbers: new Int32Array(length), lines: new Int32Array(length) };
  let at = 0;
  for (const [line, { numbers }] of lines) {
    joined.numbers.set(numbers, at);
    joined.lines.fill(line, at, at + numbers.length);
    at += numbers.length;
  }
  return joined;
}

function addPair(
  pairings: Pairing[],
  fromLine: number,
  toLine: number,
  from: ReadonlyMap<number, Words>,
  to: ReadonlyMap<number, Words>,
): void {
  const last = pairings.at(-1);
  if (!last || (fromLine >= last.fromEnd && toLine >= last.toEnd)) {
    pairings.push({ fromStart: fromLine, fromEnd: fromLine + 1, toStart: toLine, toEnd: toLine + 1 });
    return;
  }
  // What was moved away, or to here, must not be drawn in.
  for (let line = last.fromEnd; line < fromLine; line += 1) if (!from.has(line)) return;
  for (let line = last.toEnd; line < toLine; line += 1) if (!to.has(line)) return;
  last.fromEnd = Math.max(last.fromEnd, fromLine + 1);
  last.toEnd = Math.max(last.toEnd, toLine + 1);
}
