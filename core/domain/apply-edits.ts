import type { TextEdit } from './problems.ts';

/** The text after edits that do not overlap, in whatever order they come. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let text = '';
  let position = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    text += source.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return text + source.slice(position);
}

/**
 * Moves edits onto a text whose lines end in their own ways: `\r\n` there is one `\n` in the text that the edits
 * were made for.
 */
export function moveOntoLineEndings(source: string, edits: readonly TextEdit[]): TextEdit[] {
  if (!source.includes('\r\n')) return [...edits];
  const ends = Array.from(source.matchAll(/\r\n/g), ({ index }, count) => index - count);
  const shift = (offset: number) => offset + countBelow(ends, offset);
  return edits.map(({ start, end, text }) => ({ start: shift(start), end: shift(end), text }));
}

/** How many of some ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
