import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useDrafts } from '../editor/drafts-store.ts';
import { groupPrompts } from './group-prompts.ts';
import classes from './prompt-list.module.css';
import { PromptRow } from './prompt-row.tsx';

interface PromptListProps {
  readonly connection: string;
  readonly prompts: readonly PromptSummary[];
  readonly openPrompt: string | null;
}

const rowHeight = 48;
const folderHeight = 34;

/** The prompts by folder. Only what is visible is drawn; arrow keys go from prompt to prompt. */
export function PromptList({ connection, prompts, openPrompt }: PromptListProps) {
  const rows = useMemo(() => groupPrompts(prompts), [prompts]);
  const drafts = useDrafts((state) => state.drafts);
  const scroller = useRef<HTMLDivElement>(null);
  const links = useRef(new Map<number, HTMLAnchorElement>());
  const [focused, setFocused] = useState<number | null>(null);

  const openIndex = rows.findIndex((row) => row.kind === 'prompt' && row.prompt.name === openPrompt);
  const firstPrompt = rows.findIndex((row) => row.kind === 'prompt');
  const reachable = focused !== null && rows[focused]?.kind === 'prompt' ? focused : openIndex;
  const tabStop = reachable >= 0 ? reachable : firstPrompt;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'folder' ? folderHeight : rowHeight),
    getItemKey: (index) => {
      const row = rows[index];
      return row?.kind === 'prompt' ? row.prompt.name : `folder ${row?.folder}`;
    },
    overscan: 8,
    rangeExtractor: (range) => {
      const first = Math.max(0, range.startIndex - range.overscan);
      const last = Math.min(range.count - 1, range.endIndex + range.overscan);
      const indexes = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
      // The row that Tab leads to is always drawn, wherever the list is scrolled to.
      return tabStop < 0 || indexes.includes(tabStop)
        ? indexes
        : [...indexes, tabStop].toSorted((a, b) => a - b);
    },
  });

  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer]);

  const focusRow = useCallback(
    (index: number) => {
      setFocused(index);
      virtualizer.scrollToIndex(index);
      requestAnimationFrame(() => links.current.get(index)?.focus());
    },
    [virtualizer],
  );

  const move = (from: number, event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const start = event.key === 'Home' ? -1 : event.key === 'End' ? rows.length : from;
    const direction = step ?? { Home: 1, End: -1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    let index = start + direction;
    while (rows[index]?.kind === 'folder') index += direction;
    if (rows[index]) focusRow(index);
  };

  return (
    <div className={classes.scroller} ref={scroller}>
      <ul className={classes.list} style={{ height: virtualizer.getTotalSize() }} aria-label="Prompt list">
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              className={classes.item}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {row.kind === 'folder' ? (
                <span className={classes.folder} title={row.folder}>
                  {row.folder}
                </span>
              ) : (
                <PromptRow
                  prompt={row.prompt}
                  isOpen={row.prompt.name === openPrompt}
                  hasDraft={drafts[placeKey({ connection, prompt: row.prompt.name })] !== undefined}
                  tabIndex={item.index === tabStop ? 0 : -1}
                  onKeyDown={(event) => move(item.index, event)}
                  linkRef={(link) => {
                    if (link) links.current.set(item.index, link);
                    else links.current.delete(item.index);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
