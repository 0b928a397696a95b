import { ActionIcon, Button } from '@mantine/core';
import { useDebouncedValue, useElementSize, useMergedRef } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { StableInterval, VersionSummary } from '#core/contract/shapes.ts';
import { formatDay } from '../../../format/dates.ts';
import { describeDot, describeMoment } from './describe-marks.ts';
import classes from './history-picture.module.css';
import { type Dot, listDots, listMoments } from './picture-marks.ts';
import { PictureTable } from './picture-table.tsx';
import { StableLane } from './stable-lane.tsx';
import { listTicks } from './time-ticks.ts';
import { shareOf, wholeView } from './time-view.ts';
import { useTimeView } from './use-time-view.ts';

interface HistoryPictureProps {
  readonly versions: readonly VersionSummary[];
  readonly history: readonly StableInterval[];
  readonly shown: number | undefined;
  /** A moment to mark, RFC 3339. */
  readonly asOf: string | undefined;
  readonly onOpen: (version: number) => void;
}

/** So long after the last movement the table follows, in milliseconds. */
const rest = 200;
const laneHeight = 26;
const middle = laneHeight / 2;

/**
 * Time from left to right: a dot for each version, and below it where `stable` was. The wheel and the keys + and −
 * bring it nearer, dragging and the arrow keys move it. Only what is seen is drawn.
 */
export function HistoryPicture({ versions, history, shown, asOf, onOpen }: HistoryPictureProps) {
  const size = useElementSize<HTMLElement>();
  const { width } = size;
  const moments = useMemo(() => listMoments(versions), [versions]);
  const whole = useMemo(() => {
    const times = history.map(({ since }) => Date.parse(since));
    // They are in the order of time: the first and the last say it all.
    const ends = [moments[0], moments.at(-1)].flatMap((moment) => moment?.time ?? []);
    return wholeView([...ends, ...times], Date.now());
  }, [moments, history]);
  const time = useTimeView(whole, width);
  const { view } = time;
  const [pointed, setPointed] = useState<string | null>(null);
  const [isTable, setTable] = useState(false);
  const stableVersions = useMemo(() => new Set(history.map(({ version }) => version)), [history]);
  const dots = useMemo(
    () => listDots(moments, stableVersions, view, width),
    [moments, stableVersions, view, width],
  );
  const ticks = useMemo(() => listTicks(view, width), [view, width]);
  const ref = useMergedRef(size.ref, time.element);
  const [tableView] = useDebouncedValue(view, rest);
  const shownMoment = useMemo(
    () => moments.findLast(({ version }) => version.version === shown),
    [moments, shown],
  );

  const openDot = ({ first, last, count }: Dot) => {
    const room = Math.max(1_000, last.time - first.time) * 0.2;
    // Many versions in one dot come apart; those of one moment cannot.
    if (count > 1 && last.time > first.time) time.show({ start: first.time - room, end: last.time + room });
    else onOpen(last.version.version);
  };
  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <p className={classes.details}>
          {pointed ??
            (shownMoment
              ? describeMoment(shownMoment)
              : `From ${formatDay(new Date(view.start).toISOString())} until now`)}
        </p>
        <Button
          variant="subtle"
          h={26}
          px={8}
          fz={12}
          aria-pressed={isTable}
          onClick={() => setTable(!isTable)}
        >
          Table
        </Button>
        <Button variant="subtle" h={26} px={8} fz={12} disabled={time.isWhole} onClick={time.fit}>
          Whole time
        </Button>
        <ActionIcon size={26} aria-label="Zoom out" disabled={time.isWhole} onClick={time.zoomOut}>
          <IconMinus size={15} aria-hidden />
        </ActionIcon>
        <ActionIcon size={26} aria-label="Zoom in" onClick={time.zoomIn}>
          <IconPlus size={15} aria-hidden />
        </ActionIcon>
      </div>
      <section
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys zoom and move it
        tabIndex={0}
        aria-label="Picture of the history"
        aria-keyshortcuts="+ - 0 ArrowLeft ArrowRight"
        className={classes.picture}
        onKeyDown={time.onKeyDown}
        onPointerDown={time.onPointerDown}
        onPointerMove={time.onPointerMove}
        onPointerUp={time.onPointerUp}
        onPointerCancel={time.onPointerUp}
      >
        <svg className={classes.dots} height={laneHeight} aria-hidden="true">
          <line className={classes.line} x1={0} x2={width} y1={middle} y2={middle} />
          {dots.map((dot) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the versions are in the list and in the table as well
            <g
              key={dot.first.version.version}
              className={classes.dot}
              data-stable={dot.wasStable || undefined}
              data-many={dot.count > 1 || undefined}
              data-shown={(shown !== undefined && isWithin(dot, shown)) || undefined}
              onClick={() => openDot(dot)}
              onPointerEnter={() => setPointed(describeDot(dot))}
              onPointerLeave={() => setPointed(null)}
            >
              <rect x={dot.x - 5} width={10} height={laneHeight} />
              <circle cx={dot.x} cy={middle} r={dot.count > 1 ? 4.5 : 3.5} />
            </g>
          ))}
        </svg>
        <StableLane
          history={history}
          view={view}
          width={width}
          shown={shown}
          onOpen={onOpen}
          onPoint={setPointed}
        />
        {asOf === undefined ? null : (
          <span
            className={classes.marker}
            style={{ left: `${100 * Math.min(1, Math.max(0, shareOf(Date.parse(asOf), view)))}%` }}
            aria-hidden="true"
          />
        )}
        <div className={classes.axis} aria-hidden="true">
          {ticks.map(({ time: at, x, label }) => (
            <span key={at} className={classes.tick} style={{ left: x }}>
              {label}
            </span>
          ))}
        </div>
      </section>
      <PictureTable moments={moments} history={history} view={tableView} isShown={isTable} />
    </div>
  );
}

function isWithin({ first, last }: Dot, version: number): boolean {
  return version >= first.version.version && version <= last.version.version;
}
