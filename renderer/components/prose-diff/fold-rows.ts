import type { DiffRow } from './diff-rows.ts';

/** What is on the screen: a row by its place, or a stretch of rows that is folded away. */
export type ShownItem =
  | { readonly kind: 'row'; readonly place: number }
  | { readonly kind: 'fold'; readonly start: number; readonly count: number };

/** So many unchanged paragraphs stay in sight beside a change. */
const context = 1;
const fewestFolded = 3;

/**
 * Folds what did not change, but for what the reader unfolded: stretches by the place where they begin.
 *
 * @param kept places that stay in sight like a change
 */
export function foldRows(
  rows: readonly DiffRow[],
  unfolded: ReadonlySet<number>,
  kept: ReadonlySet<number>,
): ShownItem[] {
  const items: ShownItem[] = [];
  for (let place = 0; place < rows.length; ) {
    let end = place;
    while (rows[end]?.kind === 'same' && !kept.has(end)) end += 1;
    const start = place === 0 ? 0 : place + context;
    const stop = end === rows.length ? end : end - context;
    const count = stop - start;
    const isWhole = count === rows.length;
    const isFolded = count >= fewestFolded && !unfolded.has(start) && !isWhole;
    for (; place < end; place += 1) {
      if (!isFolded || place < start || place >= stop) items.push({ kind: 'row', place });
      else if (place === start) items.push({ kind: 'fold', start, count });
    }
    if (place < rows.length) items.push({ kind: 'row', place });
    place += 1;
  }
  return items;
}
