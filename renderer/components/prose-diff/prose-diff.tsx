import { VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../format/counts.ts';
import type { Typography } from '../../theme/typography.ts';
import { FoldButton } from '../fold-button.tsx';
import type { Comparison } from './compare-texts.ts';
import { DiffRowView } from './diff-row-view.tsx';
import { foldRows } from './fold-rows.ts';
import type { RowMark } from './placed-passages.ts';
import classes from './prose-diff.module.css';
import { type InkSelection, readSelection, selectWords } from './read-selection.ts';
import { useChangeNavigation } from './use-change-navigation.ts';
import { useSelection } from './use-selection.ts';

interface ProseDiffProps {
  readonly comparison: Comparison;
  readonly mode: 'side-by-side' | 'inline';
  readonly typography: Typography;
  readonly ariaLabel: string;
  /** For a small box. */
  readonly isCompact?: boolean | undefined;
  /** Passages to mark, by the rows that they are in. They are never folded away. */
  readonly marks?: readonly RowMark[] | undefined;
  readonly currentMark?: string | null | undefined;
  /** A marked passage was clicked. */
  readonly onMark?: ((id: string) => void) | undefined;
  /** Told what is selected whenever that changes. */
  readonly onSelect?: ((selection: InkSelection | null) => void) | undefined;
  /** Told how to go to the next change and to the one before. */
  readonly onReady?: ((navigation: ChangeNavigation) => void) | undefined;
}

interface ChangeNavigation {
  goToNextChange(): void;
  goToPreviousChange(): void;
  /** Shows a row, by its place. */
  goTo(place: number): void;
  /** The row of the change that was gone to last. */
  currentPlace(): number | null;
  /** Selects the words of the change that was gone to last, as the mouse would. */
  selectChange(): void;
}

const lettersInLine = { 'side-by-side': 65, inline: 85 } as const;
const nothing: ReadonlySet<number> = new Set();
const noMarks: readonly RowMark[] = [];

/** Two texts compared as prose: words marked in their paragraphs, moved paragraphs as moved, the rest folded. */
export function ProseDiff(props: ProseDiffProps) {
  const { comparison, mode, typography, ariaLabel, isCompact, marks = noMarks, currentMark } = props;
  const { onMark, onSelect, onReady } = props;
  const { rows, changes } = comparison;
  const [unfolded, setUnfolded] = useState({ rows, starts: nothing });
  const starts = unfolded.rows === rows ? unfolded.starts : nothing;
  const marksIn = useMemo(() => Map.groupBy(marks, ({ place }) => place), [marks]);
  const items = useMemo(() => foldRows(rows, starts, new Set(marksIn.keys())), [rows, starts, marksIn]);
  const scroller = useRef<HTMLElement>(null);
  const lineHeight = typography.size * 1.6;
  const estimateSize = useCallback(
    (index: number) => {
      const item = items[index];
      if (item?.kind !== 'row') return 44;
      const length = rows[item.place]?.parts.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
      return Math.ceil(length / lettersInLine[mode]) * lineHeight + 16;
    },
    [items, rows, mode, lineHeight],
  );
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item?.kind === 'row' ? item.place : `fold ${item?.start}`;
    },
    [items],
  );
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: 2,
    paddingStart: isCompact ? 8 : 20,
    scrollPaddingStart: isCompact ? 8 : 0,
    paddingEnd: isCompact ? 8 : 32,
  });

  const [marked, setMarked] = useState<{ readonly rows: typeof rows; readonly place: number } | null>(null);
  const show = useCallback(
    (place: number) => {
      const index = items.findIndex((item) => item.kind === 'row' && item.place === place);
      if (index === -1) return;
      setMarked({ rows, place });
      virtualizer.scrollToIndex(index, { align: 'center' });
    },
    [items, rows, virtualizer],
  );
  const { current, step } = useChangeNavigation(changes, show);

  useEffect(() => {
    onReady?.({
      goToNextChange: () => step(1),
      goToPreviousChange: () => step(-1),
      goTo: show,
      currentPlace: () => (current === null ? null : (changes[current] ?? null)),
      selectChange() {
        const view = scroller.current;
        if (view && selectWords(view)) onSelect?.(readSelection(view, rows));
      },
    });
  }, [onReady, onSelect, step, show, current, changes, rows]);
  useSelection(scroller, rows, onSelect);

  // Another comparison begins at its first change.
  const firstChange = useRef(0);
  firstChange.current = items.findIndex((item) => item.kind === 'row' && item.place === changes[0]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about a new comparison alone
  useLayoutEffect(() => {
    // In a small box, half a line above it would look cut off.
    const align = isCompact ? 'start' : 'center';
    if (firstChange.current > 0) virtualizer.scrollToIndex(firstChange.current, { align });
  }, [rows, mode]);

  const unfold = (start: number) => {
    setUnfolded({ rows, starts: new Set([...starts, start]) });
    scroller.current?.focus({ preventScroll: true });
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard, what marks a passage leads to it, not the other way
    <section
      ref={scroller}
      className={classes.view}
      data-mode={mode}
      data-compact={isCompact}
      aria-label={ariaLabel}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      style={{ fontFamily: typography.family, fontSize: typography.size }}
      onClick={(event) => {
        const mark = (event.target as Element).closest<HTMLElement>('[data-passage]');
        if (mark && getSelection()?.isCollapsed !== false) onMark?.(mark.dataset.passage ?? '');
      }}
    >
      <VisuallyHidden role="status">
        {current === null ? '' : `Change ${current + 1} of ${changes.length}`}
      </VisuallyHidden>
      <div className={classes.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((shown) => {
          const item = items[shown.index];
          const row = item?.kind === 'row' ? rows[item.place] : undefined;
          const isMarked = item?.kind === 'row' && marked?.rows === rows && marked.place === item.place;
          return (
            <div
              key={shown.key}
              ref={virtualizer.measureElement}
              data-index={shown.index}
              className={classes.row}
              data-spaced={row?.isSpaced}
              data-place={item?.kind === 'row' ? item.place : undefined}
              data-current={isMarked || undefined}
              style={{ transform: `translateY(${shown.start}px)` }}
            >
              {item?.kind === 'row' && row ? (
                <DiffRowView
                  row={row}
                  place={item.place}
                  mode={mode}
                  marks={marksIn.get(item.place)}
                  currentMark={currentMark}
                  onGoTo={show}
                />
              ) : item?.kind === 'fold' ? (
                <FoldButton className={classes.fold} onClick={() => unfold(item.start)}>
                  Show {formatCount(item.count, 'unchanged paragraph')}
                </FoldButton>
              ) : null}
            </div>
          );
        })}
      </div>
    </section>
  );
}
