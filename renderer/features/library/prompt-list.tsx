import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { searchRanks } from '#core/domain/search/match-prompt.ts';
import { rankDetails } from '#core/domain/search/search-details.ts';
import { FolderRow } from './folder-row.tsx';
import { useLibraryView } from './library-view-store.ts';
import { findTyped, readMove } from './list-keys.ts';
import type { LibraryRow } from './list-rows.ts';
import classes from './prompt-list.module.css';
import { PromptRow } from './prompt-row.tsx';
import { RenameField } from './rename-field.tsx';
import { SelectBox } from './select-box.tsx';
import { findRow, useRowSelection } from './use-row-selection.ts';

interface PromptListProps {
  readonly connection: string;
  readonly rows: readonly LibraryRow[];
  readonly words: readonly string[];
  /** Every prompt that is listed, also those in closed folders. */
  readonly listed: readonly PromptSummary[];
  readonly isSelecting: boolean;
  readonly openPrompt: string | null;
  /** Called when the end of the list comes into view. */
  readonly onEndReached: () => void;
}

const rowHeight = 48;
const resultHeight = 84;
const folderHeight = 34;
/** How long letters count as one word, in milliseconds. */
const typingPause = 800;

/** What was found by its title or name alone needs no lines to show where. */
function heightOf(row: LibraryRow | undefined, words: readonly string[]): number {
  if (row?.kind !== 'prompt') return folderHeight;
  if (words.length === 0) return rowHeight;
  const isInHeading = rankDetails(row.prompt, words) < searchRanks.details;
  return isInHeading && row.prompt.description === '' ? rowHeight : resultHeight;
}

const keyOf = (row: LibraryRow) => (row.kind === 'prompt' ? row.prompt.name : `folder ${row.folder}`);

/** The prompts by folder, or what was found. Only what is visible is drawn; one Tab stop, then arrow keys. */
export function PromptList(props: PromptListProps) {
  const { connection, rows, words, listed, isSelecting, openPrompt, onEndReached } = props;
  const renaming = useLibraryView((state) => state.renaming);
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [focused, setFocused] = useState<string | null>(null);

  const indexOf = useCallback(
    (key: string | null) => (key === null ? -1 : rows.findIndex((row) => keyOf(row) === key)),
    [rows],
  );
  const tabStop = useMemo(() => {
    const focusedIndex = indexOf(focused);
    return Math.max(0, focusedIndex >= 0 ? focusedIndex : indexOf(openPrompt));
  }, [indexOf, focused, openPrompt]);
  // Another function would let every line be measured anew with every step of scrolling.
  const getItemKey = useCallback(
    (index: number) => {
      const row = rows[index];
      return row ? keyOf(row) : index;
    },
    [rows],
  );

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index], words),
    getItemKey,
    overscan: 8,
    rangeExtractor: (range) => {
      const first = Math.max(0, range.startIndex - range.overscan);
      const last = Math.min(range.count - 1, range.endIndex + range.overscan);
      const indexes = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
      // The row that Tab leads to is always drawn, wherever the list is scrolled to.
      return tabStop >= range.count || indexes.includes(tabStop)
        ? indexes
        : [...indexes, tabStop].toSorted((a, b) => a - b);
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: heights change with what is listed
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rows, words.length > 0]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each prompt that is opened, not with each change of the list
  useEffect(() => {
    const index = indexOf(openPrompt);
    if (index >= 0) virtualizer.scrollToIndex(index);
  }, [virtualizer, openPrompt]);

  const lastShown = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 10) onEndReached();
  }, [lastShown, rows.length, onEndReached]);

  const focusRow = useCallback(
    (index: number) => {
      const row = rows[index];
      if (!row) return;
      setFocused(keyOf(row));
      virtualizer.scrollToIndex(index);
      requestAnimationFrame(() => {
        scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row]`)?.focus();
      });
    },
    [rows, virtualizer],
  );

  const selection = useRowSelection({ rows, listed, isSelecting, tabStop, focusRow });

  const onKeyDown = (event: KeyboardEvent) => {
    const index = findRow(event.target);
    if (index < 0 || selection.onKey(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[index];
    if (event.key === 'F2' && row?.kind === 'prompt') {
      event.preventDefault();
      return useLibraryView.getState().change({ renaming: row.prompt.name });
    }
    const move = readMove(rows, index, event.key);
    if (move) {
      event.preventDefault();
      if (move.kind === 'go') focusRow(move.index);
      else useLibraryView.getState().setFolder(connection, move.folder, move.kind === 'open');
    } else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      const isGoingOn = event.timeStamp - typed.current.at < typingPause;
      typed.current = { text: (isGoingOn ? typed.current.text : '') + event.key, at: event.timeStamp };
      const found = findTyped(rows, index, typed.current.text);
      if (found >= 0) focusRow(found);
    }
  };

  return (
    <div className={classes.scroller} ref={scroller}>
      <ul
        className={classes.list}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label="Prompt list"
        data-own-keys="F2"
        data-selecting={isSelecting || undefined}
        onKeyDown={onKeyDown}
        onClickCapture={selection.onClickCapture}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const key = keyOf(row);
          const tabIndex = item.index === tabStop ? 0 : -1;
          const state = selection.stateOf(row);
          return (
            <li
              key={item.key}
              data-index={item.index}
              className={classes.item}
              data-selected={(row.kind === 'prompt' && state === 'all') || undefined}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {isSelecting ? (
                <SelectBox
                  label={row.kind === 'folder' ? `Select all in ${row.folder}` : `Select ${row.prompt.title}`}
                  state={state}
                  depth={row.depth}
                  onToggle={(isRange) => selection.onBox(item.index, isRange)}
                />
              ) : null}
              {row.kind === 'folder' ? (
                <FolderRow
                  tabIndex={tabIndex}
                  row={row}
                  onToggle={() => {
                    setFocused(key);
                    useLibraryView.getState().setFolder(connection, row.folder, !row.isOpen);
                  }}
                />
              ) : renaming === row.prompt.name ? (
                <RenameField
                  place={{ connection, prompt: row.prompt.name }}
                  title={row.prompt.title}
                  onDone={() => {
                    useLibraryView.getState().change({ renaming: null });
                    focusRow(item.index);
                  }}
                />
              ) : (
                <PromptRow
                  tabIndex={tabIndex}
                  connection={connection}
                  prompt={row.prompt}
                  depth={row.depth}
                  words={words}
                  isOpen={row.prompt.name === openPrompt}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
