import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { StableInterval, VersionSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { placeKey } from '../connections/connections-store.ts';
import { indexOfVersion, largestChange, listTimelineItems, stepToVersion } from './timeline-items.ts';
import { VersionRow } from './version-row.tsx';
import classes from './version-timeline.module.css';
import { shownVersion, useVersions } from './versions-store.ts';

interface VersionTimelineProps {
  readonly place: PromptPlace;
  readonly versions: readonly VersionSummary[];
  readonly history: readonly StableInterval[];
}

const heights = { month: 34, version: 78, waiting: 78 };
const noMarks: readonly number[] = [];
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  End: Number.POSITIVE_INFINITY,
  Home: Number.NEGATIVE_INFINITY,
};

/** The versions from new to old, by month. Ten thousand are as quick as ten: only what is seen is drawn. */
export function VersionTimeline({ place, versions, history }: VersionTimelineProps) {
  const shown = useVersions((state) => shownVersion(state, place));
  const marked = useVersions((state) => state.marked[placeKey(place)]) ?? noMarks;
  const items = useMemo(() => listTimelineItems(versions), [versions]);
  const largest = useMemo(() => largestChange(versions), [versions]);
  const scroller = useRef<HTMLDivElement>(null);
  // Another function would let every line be measured anew with every step of scrolling.
  const estimateSize = useCallback((index: number) => heights[items[index]?.kind ?? 'version'], [items]);
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item?.kind === 'month' ? `${item.label} ${index}` : (item?.number ?? index);
    },
    [items],
  );
  // What is in view comes first, the lines around it after that.
  const overscan = useDeferredValue(8, 0);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan,
  });

  const onOpen = useCallback((version: number) => useVersions.getState().select(place, version), [place]);
  const onMark = useCallback(
    (version: number, fromShown: boolean) => {
      const { mark, clearMarks, ...state } = useVersions.getState();
      const open = shownVersion({ mark, clearMarks, ...state }, place);
      if (!fromShown || open === undefined || open === version) return mark(place, version);
      clearMarks(place);
      mark(place, open, version);
    },
    [place],
  );

  // Another version was chosen elsewhere, for example in the picture, or before: it is brought into view.
  const shownAt = indexOfVersion(items, shown);
  const wasShown = useRef<number>(undefined);
  useEffect(() => {
    if (shown === wasShown.current || shownAt < 0) return;
    wasShown.current = shown;
    const isDrawn = virtualizer.getVirtualItems().some(({ index }) => index === shownAt);
    virtualizer.scrollToIndex(shownAt, { align: isDrawn ? 'auto' : 'center' });
  }, [shown, shownAt, virtualizer]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === ' ' && shown !== undefined) {
      event.preventDefault();
      return onMark(shown, false);
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = stepToVersion(items, Math.max(0, shownAt), step);
    const item = items[index];
    if (!item || item.kind === 'month') return;
    onOpen(item.number);
    virtualizer.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-version="${item.number}"]`)?.focus(),
    );
  };

  return (
    <div className={classes.timeline} ref={scroller}>
      <ol
        className={classes.list}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label="Versions"
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start, size }) => {
          const item = items[index];
          return item ? (
            <li
              key={key}
              className={classes.item}
              style={{ transform: `translateY(${start}px)`, height: size }}
            >
              {item.kind === 'month' ? (
                <h2 className={classes.month}>{item.label}</h2>
              ) : item.kind === 'waiting' ? (
                <p className={classes.waiting}>v{item.number}</p>
              ) : (
                <VersionRow
                  version={item.version}
                  isLatest={item.number === versions[0]?.version}
                  isSelected={item.number === shown}
                  isMarked={marked.includes(item.number)}
                  history={history}
                  largest={largest}
                  onOpen={onOpen}
                  onMark={onMark}
                />
              )}
            </li>
          ) : null;
        })}
      </ol>
    </div>
  );
}
