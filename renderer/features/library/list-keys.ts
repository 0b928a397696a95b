import { foldText } from '#core/domain/search/fold-text.ts';
import { findParent, type LibraryRow } from './list-rows.ts';

/** What a key does in the list: go to a row, or open or close the folder that has the focus. */
export type ListMove =
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'open' | 'close'; readonly folder: string };

/** Says what a key does from a row; `null` where it means nothing here. */
export function readMove(rows: readonly LibraryRow[], index: number, key: string): ListMove | null {
  const row = rows[index];
  const go = (to: number): ListMove | null => (rows[to] && to !== index ? { kind: 'go', index: to } : null);
  switch (key) {
    case 'ArrowDown':
      return go(index + 1);
    case 'ArrowUp':
      return go(index - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'ArrowRight':
      if (row?.kind !== 'folder') return null;
      return row.isOpen ? go(index + 1) : { kind: 'open', folder: row.folder };
    case 'ArrowLeft':
      if (row?.kind === 'folder' && row.isOpen) return { kind: 'close', folder: row.folder };
      return go(findParent(rows, index));
    default:
      return null;
  }
}

/** The next row after `index`, all around, that begins with what was typed; -1 where none does. */
export function findTyped(rows: readonly LibraryRow[], index: number, typed: string): number {
  const wanted = foldText(typed);
  // A single letter goes on to the next one; more letters may stay where they are.
  const first = wanted.length === 1 ? index + 1 : index;
  for (let step = 0; step < rows.length; step += 1) {
    const at = (first + step) % rows.length;
    const row = rows[at];
    if (row && foldText(labelOf(row)).startsWith(wanted)) return at;
  }
  return -1;
}

const labelOf = (row: LibraryRow) =>
  row.kind === 'prompt' ? row.prompt.title : row.folder.slice(row.folder.lastIndexOf('/') + 1);
