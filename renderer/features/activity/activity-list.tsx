import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { formatCount } from '../../format/counts.ts';
import { formatDayHeading } from '../../format/dates.ts';
import type { ActivityItem } from './activity-items.ts';
import classes from './activity-list.module.css';
import { ActivityRow } from './activity-row.tsx';
import { useActivity } from './activity-store.ts';

interface ActivityListProps {
  readonly connection: string;
  readonly items: readonly ActivityItem[];
}

const heights = { day: 46, event: 44 };
/** How many lines before the end older ones are asked for. */
const nearTheEnd = 30;

/** The lines, back to the first. Only what is seen is drawn; what is new waits while somebody reads further down. */
export function ActivityList({ connection, items }: ActivityListProps) {
  const scroller = useRef<HTMLElement>(null);
  const waiting = useActivity((state) => state.list?.waiting.length ?? 0);
  const { loadOlder, takeWaiting } = useActivity.getState();
  // Another function would let every line be measured anew with every step of scrolling.
  const estimateSize = useCallback((index: number) => heights[items[index]?.kind ?? 'event'], [items]);
  const getItemKey = useCallback((index: number) => items[index]?.key ?? index, [items]);
  // What is in view comes first, the lines around it after that.
  const overscan = useDeferredValue(8, 0);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan,
  });

  const isReading = () =>
    (scroller.current?.scrollTop ?? 0) > 4 || scroller.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (waiting > 0 && !isReading()) takeWaiting();
  });

  const lastShown = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (lastShown >= items.length - nearTheEnd) void loadOlder();
  }, [lastShown, items.length, loadOlder]);

  const showWaiting = () => {
    takeWaiting();
    scroller.current?.focus({ preventScroll: true });
    // Once they are among the lines: until then, the list would keep what was read in its place.
    requestAnimationFrame(() => virtualizer.scrollToIndex(0));
  };
  return (
    <div className={classes.frame}>
      <p role="status" className={classes.news}>
        {waiting > 0 ? (
          <Button h={28} fz={12.5} radius="xl" onClick={showWaiting}>
            {formatCount(waiting, 'new entry', 'new entries')}
          </Button>
        ) : null}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label="What happened">
        <ol className={classes.list} style={{ height: virtualizer.getTotalSize() }} aria-label="Events">
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index];
            return item ? (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={classes.item}
                style={{ transform: `translateY(${start}px)` }}
              >
                {item.kind === 'day' ? (
                  <h2 className={classes.day}>{formatDayHeading(item.at)}</h2>
                ) : (
                  <ActivityRow connection={connection} event={item.event} />
                )}
              </li>
            ) : null;
          })}
        </ol>
        <ListEnd />
      </section>
    </div>
  );
}

/** What stands below the last line: more is on its way, could not be loaded, or there is no more. */
function ListEnd() {
  const error = useActivity((state) => state.list?.error ?? null);
  const isComplete = useActivity((state) => state.list?.older === null);
  const isFiltered = useActivity((state) => Object.keys(state.list?.filter ?? {}).length > 0);
  const { loadOlder } = useActivity.getState();
  if (error) {
    return (
      <p className={classes.end} role="alert">
        {describeError(error).title}: older entries could not be loaded. {describeErrorInFull(error)}{' '}
        <Button variant="default" h={28} onClick={() => void loadOlder()}>
          Try again
        </Button>
      </p>
    );
  }
  if (!isComplete) return <p className={classes.end}>Older entries are being loaded…</p>;
  return (
    <p className={classes.end}>{isFiltered ? 'There is nothing older that fits.' : 'Here the log begins.'}</p>
  );
}
