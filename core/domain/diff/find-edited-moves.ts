import type { Move } from './find-moves.ts';
import type { WordReader, Words } from './words.ts';

/** So much of the longer passage has to be the same. */
const shareInCommon = 0.6;
const fewestLetters = 30;
/** A word in more lines than these tells nothing about where one of them went. */
const mostPlaces = 8;

/** Finds lines that were moved and edited: those in another place that have most of their words. */
export function findEditedMoves(
  from: ReadonlyMap<number, Words>,
  to: ReadonlyMap<number, Words>,
  reader: WordReader,
): Move[] {
  const places = new Map<number, number[]>();
  for (const [line, words] of to) {
    if (words.letters < fewestLetters) continue;
    for (const number of new Set(words.numbers)) {
      if (reader.weightOf(number) === 0) continue;
      const lines = places.get(number);
      if (lines) lines.push(line);
      else places.set(number, [line]);
    }
  }
  const taken = new Set<number>();
  const moves: Move[] = [];
  for (const [line, words] of from) {
    if (words.letters < fewestLetters) continue;
    const toLine = mostAlike(words, places, taken, reader);
    const other = to.get(toLine);
    if (
      !other ||
      countCommon(words, other, reader) < shareInCommon * Math.max(words.letters, other.letters)
    ) {
      continue;
    }
    taken.add(toLine);
    moves.push({ from: line, to: toLine, fromLines: 1, toLines: 1 });
  }
  return moves;
}

function mostAlike(
  words: Words,
  places: ReadonlyMap<number, readonly number[]>,
  taken: ReadonlySet<number>,
  reader: WordReader,
): number {
  const votes = new Map<number, number>();
  let best = -1;
  for (const number of new Set(words.numbers)) {
    const lines = places.get(number) ?? [];
    if (lines.length > mostPlaces) continue;
    for (const line of lines) {
      if (taken.has(line)) continue;
      votes.set(line, (votes.get(line) ?? 0) + reader.weightOf(number));
      if ((votes.get(line) ?? 0) > (votes.get(best) ?? 0)) best = line;
    }
  }
  return best;
}

/** How many letters stand in words of both, each word as often as the rarer side has it. */
function countCommon(from: Words, to: Words, reader: WordReader): number {
  const left = new Map<number, number>();
  for (const number of to.numbers) left.set(number, (left.get(number) ?? 0) + 1);
  let letters = 0;
  for (const number of from.numbers) {
    const count = left.get(number) ?? 0;
    if (count === 0) continue;
    left.set(number, count - 1);
    letters += reader.weightOf(number);
  }
  return letters;
}
