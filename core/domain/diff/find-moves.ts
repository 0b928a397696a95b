import { createNumbering, endLast } from './match-lines.ts';

/** Lines that stand elsewhere in the new text. Places count lines, from 0. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly fromLines: number;
  readonly toLines: number;
}

/** What has fewer letters may stand in two places by chance. */
const fewestLetters = 12;

/**
 * Finds lines that have no partner where they are, and the same ones in another place: as long stretches of them as
 * there are.
 */
export function findMoves(
  from: readonly string[],
  to: readonly string[],
  isFreeFrom: (line: number) => boolean,
  isFreeTo: (line: number) => boolean,
): Move[] {
  const number = createNumbering();
  const [fromNumbers, toNumbers] = [number(endLast(from)), number(endLast(to))];
  const taken = { from: new Set<number>(), to: new Set<number>() };
  const isOpen = (fromLine: number, toLine: number) =>
    fromLine >= 0 &&
    fromLine < from.length &&
    toLine >= 0 &&
    toLine < to.length &&
    fromNumbers[fromLine] === toNumbers[toLine] &&
    isFreeFrom(fromLine) &&
    isFreeTo(toLine) &&
    !taken.from.has(fromLine) &&
    !taken.to.has(toLine);

  const places = new Map<number, number[]>();
  for (let line = to.length - 1; line >= 0; line -= 1) {
    if (!isFreeTo(line) || countLetters(to[line] ?? '') === 0) continue;
    const item = toNumbers[line] ?? -1;
    const before = places.get(item);
    if (before) before.push(line);
    else places.set(item, [line]);
  }

  const moves: Move[] = [];
  for (let line = 0; line < from.length; line += 1) {
    const candidates = places.get(fromNumbers[line] ?? -1);
    if (!candidates || !isFreeFrom(line) || taken.from.has(line)) continue;
    while (candidates.length > 0 && taken.to.has(candidates.at(-1) ?? -1)) candidates.pop();
    const toLine = candidates.at(-1);
    if (toLine === undefined) continue;
    let length = 0;
    let letters = 0;
    while (isOpen(line + length, toLine + length)) {
      letters += countLetters(from[line + length] ?? '');
      length += 1;
    }
    while (length > 1 && countLetters(from[line + length - 1] ?? '') === 0) length -= 1;
    if (letters < fewestLetters) continue;
    for (let index = 0; index < length; index += 1) {
      taken.from.add(line + index);
      taken.to.add(toLine + index);
    }
    moves.push({ from: line, to: toLine, fromLines: length, toLines: length });
  }
  return moves;
}

function countLetters(text: string): number {
  let letters = 0;
  for (const run of text.match(/[\p{L}\p{N}]+/gu) ?? []) letters += run.length;
  return letters;
}
