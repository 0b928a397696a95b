import { foldText } from './fold-text.ts';
import { findWords, type TextRange } from './search-words.ts';

/** A piece of a text in one line, and where the searched words stand in it. */
export interface Excerpt {
  readonly excerpt: string;
  /** In UTF-16 units of `excerpt`. */
  readonly ranges: TextRange[];
}

const longest = 160;
const before = 24;

/** Cuts out the line with the most of the words, shortened around the first of them. */
export function makeExcerpt(text: string, words: readonly string[]): Excerpt {
  const line = bestLine(text, words).replaceAll(/\s/g, ' ');
  const marks = findWords(line, words);
  const first = marks[0]?.start ?? 0;
  const start = first <= before + 8 ? skipSpaces(line, 0) : beginOfWord(line, first - before);
  const end = line.length - start <= longest ? line.length : endOfWord(line, start + longest);
  const lead = start > 0 && line.slice(0, start).trim() !== '' ? '…' : '';
  const tail = end < line.length ? '…' : '';
  const shift = lead.length - start;
  return {
    excerpt: lead + line.slice(start, end).trimEnd() + tail,
    ranges: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}

function bestLine(text: string, words: readonly string[]): string {
  let best = '';
  let most = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const folded = foldText(line);
    const count = words.filter((word) => folded.includes(word)).length;
    if (count > most) [best, most] = [line, count];
    if (most === words.length) break;
  }
  return best;
}

function skipSpaces(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at += 1;
  return at;
}

/** The beginning of the word at a place, or the place itself in a script without spaces. */
function beginOfWord(line: string, at: number): number {
  const space = line.indexOf(' ', at);
  if (space >= 0 && space < at + before / 2) return skipSpaces(line, space);
  return isInsidePair(line, at) ? at - 1 : at;
}

function endOfWord(line: string, at: number): number {
  const space = line.lastIndexOf(' ', at);
  if (space > at - before / 2) return space;
  return isInsidePair(line, at) ? at - 1 : at;
}

const isInsidePair = (text: string, at: number) => /[\udc00-\udfff]/.test(text[at] ?? '');
