import { type KeyboardEvent, type MouseEvent, useMemo } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { LibraryRow } from './list-rows.ts';
import { countByFolder, readSelectionKey, selectTo, toggleRow } from './select-rows.ts';
import { useSelection } from './selection-store.ts';

interface SelectableList {
  readonly rows: readonly LibraryRow[];
  /** Every prompt that is listed, also those in closed folders. */
  readonly listed: readonly PromptSummary[];
  readonly isSelecting: boolean;
  /** Where a range begins while nothing is selected. */
  readonly tabStop: number;
  readonly focusRow: (index: number) => void;
}

const nothing: ReadonlySet<string> = new Set();

/** Selecting rows of the list by keys, by clicks, and by their boxes. */
export function useRowSelection({ rows, listed, isSelecting, tabStop, focusRow }: SelectableList) {
  const chosen = useSelection((state) => (isSelecting ? state.names : nothing));
  const inFolders = useMemo(() => countByFolder(chosen), [chosen]);
  const select = (index: number, from: number | null) => {
    const row = rows[index];
    if (from !== null) selectTo(rows, index, from);
    else if (row) toggleRow(row, listed);
    focusRow(index);
  };
  return {
    /** How much of what a row stands for is selected. */
    stateOf(row: LibraryRow) {
      if (row.kind === 'prompt') return chosen.has(row.prompt.name) ? 'all' : 'none';
      const count = inFolders.get(row.folder) ?? 0;
      return count === 0 ? 'none' : count >= row.count ? 'all' : 'some';
    },
    onBox: (index: number, isRange: boolean) => select(index, isRange ? index : null),
    /** Answers whether the key was one of these. */
    onKey(event: KeyboardEvent): boolean {
      const index = findRow(event.target);
      const wish = index < 0 ? null : readSelectionKey(rows, index, event);
      if (!wish) return false;
      event.preventDefault();
      event.stopPropagation();
      const { choose, end } = useSelection.getState();
      if (wish.kind === 'to') select(wish.index, index);
      else if (wish.kind === 'toggle') select(index, null);
      else if (wish.kind === 'end') end();
      else {
        const names = listed.map(({ name }) => name);
        choose(names, true);
      }
      return true;
    },
    onClickCapture(event: MouseEvent) {
      const index = findRow(event.target);
      if (index < 0 || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
      // A browser would open another tab or window.
      event.preventDefault();
      event.stopPropagation();
      select(index, event.shiftKey ? tabStop : null);
    },
  };
}

/** The index of the row that an event is about; -1 outside of rows: a field in the list keeps its keys. */
export function findRow(target: EventTarget): number {
  const element = target instanceof Element ? target.closest('[data-row]') : null;
  return Number(element?.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1);
}
