import { foldText, foldWithPositions } from './fold-text.ts';

/** A stretch of a text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const mostWords = 24;
/** In UTF-16 units, of all words with a space between them. */
export const longestSearch = 200;

/**
 * The words of a search, folded, each once. Quotes and other signs are part of them. Of a whole paragraph the first
 * words are searched for: they find it.
 */
export function splitSearch(query: string): string[] {
  const words: string[] = [];
  let left = longestSearch;
  for (const word of new Set(foldText(query).split(/\s+/).filter(Boolean))) {
    if (words.length === mostWords || (words.length > 0 && word.length > left)) break;
    words.push(word.slice(0, left).replace(/[\ud800-\udbff]$/, ''));
    left -= word.length + 1;
  }
  return words;
}

/** Where the words stand in a text: sorted, and joined where they touch. */
export function findWords(text: string, words: readonly string[]): TextRange[] {
  const folded = foldWithPositions(text);
  const found: TextRange[] = [];
  for (const word of words) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      const last = at + word.length - 1;
      found.push({ start: folded.starts?.[at] ?? at, end: folded.ends?.[last] ?? last + 1 });
    }
  }
  return joinRanges(found.toSorted((a, b) => a.start - b.start || a.end - b.end));
}

function joinRanges(sorted: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else joined.push(range);
  }
  return joined;
}
