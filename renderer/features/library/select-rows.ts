import type { PromptSummary } from '#core/contract/shapes.ts';
import type { LibraryRow } from './list-rows.ts';
import { useSelection } from './selection-store.ts';

/** The prompts that a row stands for: itself, or all that are listed in the folder, open or closed. */
export function namesOf(row: LibraryRow, listed: readonly PromptSummary[]): readonly string[] {
  if (row.kind === 'prompt') return [row.prompt.name];
  return listed.map(({ name }) => name).filter((name) => name.startsWith(`${row.folder}/`));
}

/** Selects what a row stands for; where all of it is selected, no longer. */
export function toggleRow(row: LibraryRow, listed: readonly PromptSummary[]): void {
  const { names, choose } = useSelection.getState();
  const own = namesOf(row, listed);
  const isChosen = own.some((name) => !names.has(name));
  choose(own, isChosen, row.kind === 'prompt' ? row.prompt.name : undefined);
}

/** Selects the prompts from where the selection began to a row. */
export function selectTo(rows: readonly LibraryRow[], index: number, from: number): void {
  const { anchor, choose } = useSelection.getState();
  const known = rows.findIndex((row) => row.kind === 'prompt' && row.prompt.name === anchor);
  const start = known >= 0 ? known : from;
  const range = rows.slice(Math.min(start, index), Math.max(start, index) + 1);
  const names = range.flatMap((row) => (row.kind === 'prompt' ? [row.prompt.name] : []));
  choose(names, true, anchor === null || known < 0 ? nameAt(rows, start) : undefined);
}

function nameAt(rows: readonly LibraryRow[], index: number): string | undefined {
  const row = rows[index];
  return row?.kind === 'prompt' ? row.prompt.name : undefined;
}

/** How many of each folder's prompts are selected. */
export function countByFolder(names: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
      const folder = name.slice(0, end);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  return counts;
}

/** What a key does to the selection: `to` is the row that the selection is drawn on to. */
export type SelectionKey =
  | { readonly kind: 'toggle' | 'all' | 'end' }
  | { readonly kind: 'to'; readonly index: number };

/** Says what a key does to the selection from a row; `null` where it means nothing here. */
export function readSelectionKey(
  rows: readonly LibraryRow[],
  index: number,
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): SelectionKey | null {
  const { key, shiftKey, altKey } = event;
  const isMod = event.ctrlKey || event.metaKey;
  if (altKey) return null;
  if (isMod) return key.toLowerCase() === 'a' && !shiftKey ? { kind: 'all' } : null;
  if (key === ' ') return { kind: 'toggle' };
  if (key === 'Escape') return useSelection.getState().connection === null ? null : { kind: 'end' };
  const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[key];
  return shiftKey && to !== undefined && rows[to] ? { kind: 'to', index: to } : null;
}
