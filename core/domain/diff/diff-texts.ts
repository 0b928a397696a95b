import type { Budget } from './budget.ts';
import { type DiffPart, diffWords, replaceWhole } from './diff-words.ts';
import { findEditedMoves } from './find-edited-moves.ts';
import { findMoves, type Move } from './find-moves.ts';
import type { DiffHunk } from './hunks.ts';
import { matchItems, unmatched } from './match-items.ts';
import { createNumbering, matchLines, releaseEmptyLines } from './match-lines.ts';
import { type Pairing, pairLines } from './pair-lines.ts';
import { splitLines } from './split-text.ts';
import { createWordReader, type Words } from './words.ts';
import { type Landmark, writeHunks } from './write-hunks.ts';

/** How much work goes into lines, and then into words, whatever the texts are. */
const lineSteps = 4_000_000;
const wordSteps = 30_000_000;

/**
 * Compares two texts: line by line, and word by word inside what was changed; lines that stand elsewhere are found
 * as moved. All hunks together, in their order, are both texts to the last character.
 */
export function diffTexts(fromText: string, toText: string): DiffHunk[] {
  const [from, to] = [splitLines(fromText), splitLines(toText)];
  const reader = createWordReader();
  const budget: Budget = { steps: wordSteps };
  const partners = releaseEmptyLines(matchLines(from, to, { steps: lineSteps }), from, to.length);
  const hasPartner = new Uint8Array(to.length);
  for (const partner of partners) if (partner !== unmatched) hasPartner[partner] = 1;
  const moves = findMoves(
    from,
    to,
    (line) => partners[line] === unmatched,
    (line) => hasPartner[line] === 0,
  );
  const moved = { from: placesOf(moves, 'from'), to: placesOf(moves, 'to') };
  const landmarks: Landmark[] = [];
  const left = { from: new Map<number, Words>(), to: new Map<number, Words>() };

  /** What became of the lines between two that are the same. */
  const compareGap = (gap: Pairing) => {
    const before = readLines(from, gap.fromStart, gap.fromEnd, moved.from);
    const after = readLines(to, gap.toStart, gap.toEnd, moved.to);
    const pairings = before.size > 0 && after.size > 0 ? pair(before, after) : [];
    let { fromStart, toStart } = gap;
    for (const landmark of [...pairings, null]) {
      const { fromStart: fromEnd, toStart: toEnd } = landmark ?? {
        fromStart: gap.fromEnd,
        toStart: gap.toEnd,
      };
      landmarks.push(...matchEqual({ fromStart, fromEnd, toStart, toEnd }));
      if (!landmark) continue;
      landmarks.push(landmark);
      [fromStart, toStart] = [landmark.fromEnd, landmark.toEnd];
      for (let line = landmark.fromStart; line < landmark.fromEnd; line += 1) before.delete(line);
      for (let line = landmark.toStart; line < landmark.toEnd; line += 1) after.delete(line);
    }
    for (const [line, words] of before) left.from.set(line, words);
    for (const [line, words] of after) left.to.set(line, words);
  };

  const readLines = (lines: readonly string[], start: number, end: number, without: ReadonlySet<number>) => {
    const read = new Map<number, Words>();
    for (let line = start; line < end; line += 1) {
      if (!without.has(line)) read.set(line, reader.read(lines[line] ?? ''));
    }
    return read;
  };

  const pair = (before: ReadonlyMap<number, Words>, after: ReadonlyMap<number, Words>): Landmark[] => {
    const pairings =
      before.size === 1 && after.size === 1
        ? [onlyPair(before, after)]
        : pairLines(before, after, reader, budget);
    return pairings.flatMap((pairing) => {
      const { fromStart, fromEnd, toStart, toEnd } = pairing;
      const isPair = fromEnd - fromStart === 1 && toEnd - toStart === 1;
      const old = isPair ? before.get(fromStart) : reader.read(from.slice(fromStart, fromEnd).join(''));
      const fresh = isPair ? after.get(toStart) : reader.read(to.slice(toStart, toEnd).join(''));
      const parts = old && fresh ? diffWords(old, fresh, budget) : null;
      return parts ? [{ ...pairing, parts }] : [];
    });
  };

  /** Empty lines, above all, that stand between the same changes. */
  const matchEqual = (gap: Pairing): Landmark[] => {
    const free = (length: number, start: number, taken: ReadonlySet<number>) =>
      Array.from({ length }, (_, index) => start + index).filter((line) => !taken.has(line));
    const before = free(gap.fromEnd - gap.fromStart, gap.fromStart, moved.from);
    const after = free(gap.toEnd - gap.toStart, gap.toStart, moved.to);
    if (before.length === 0 || after.length === 0) return [];
    const number = createNumbering();
    const numbers = number(before.map((line) => from[line] ?? ''));
    const found = matchItems(numbers, number(after.map((line) => to[line] ?? '')), budget);
    return Array.from(found).flatMap((partner, index) => {
      const [fromStart, toStart] = [before[index], after[partner]];
      if (fromStart === undefined || toStart === undefined) return [];
      return [{ fromStart, fromEnd: fromStart + 1, toStart, toEnd: toStart + 1, parts: null }];
    });
  };

  /** The same line in both, but for the line break that only one of them may have at the very end. */
  const addSame = (fromStart: number, toStart: number) => {
    const [before, after] = [from[fromStart] ?? '', to[toStart] ?? ''];
    const last = landmarks.at(-1);
    if (before === after && last?.parts === null && last.fromEnd === fromStart && last.toEnd === toStart) {
      last.fromEnd += 1;
      last.toEnd += 1;
      return;
    }
    const words = before === after ? null : diffWords(reader.read(before), reader.read(after), budget);
    const parts = before === after ? null : (words ?? replaceWhole(before, after));
    landmarks.push({ fromStart, fromEnd: fromStart + 1, toStart, toEnd: toStart + 1, parts });
  };

  let [fromStart, toStart] = [0, 0];
  for (let line = 0; line <= from.length; line += 1) {
    const partner = line === from.length ? to.length : (partners[line] ?? unmatched);
    if (partner === unmatched) continue;
    if (line > fromStart || partner > toStart) {
      compareGap({ fromStart, fromEnd: line, toStart, toEnd: partner });
    }
    if (line < from.length) addSame(line, partner);
    [fromStart, toStart] = [line + 1, partner + 1];
  }
  const edited = findEditedMoves(left.from, left.to, reader);
  const edits = new Map<Move, readonly DiffPart[]>();
  for (const move of edited) {
    const [old, fresh] = [left.from.get(move.from), left.to.get(move.to)];
    const parts = old && fresh ? diffWords(old, fresh, budget) : null;
    edits.set(move, parts ?? replaceWhole(from[move.from] ?? '', to[move.to] ?? ''));
  }
  return writeHunks(from, to, landmarks, [...moves, ...edited], edits);
}

function placesOf(moves: readonly Move[], side: 'from' | 'to'): Set<number> {
  const lines = side === 'from' ? 'fromLines' : 'toLines';
  return new Set(
    moves.flatMap((move) => Array.from({ length: move[lines] }, (_, index) => move[side] + index)),
  );
}

function onlyPair(before: ReadonlyMap<number, Words>, after: ReadonlyMap<number, Words>): Pairing {
  const [fromStart = 0] = before.keys();
  const [toStart = 0] = after.keys();
  return { fromStart, fromEnd: fromStart + 1, toStart, toEnd: toStart + 1 };
}
