import { foldText, foldWithPositions } from './fold-text.ts';

/** A stretch of a text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const mostWords = 24;

/** The words of a search, folded, each once. Quotes and other signs are part of them. */
export function splitSearch(query: string): string[] {
  return [...new Set(foldText(query).split(/\s+/).filter(Boolean))].slice(0, mostWords);
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
