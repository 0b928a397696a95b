import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { StableInterval, VersionSummary } from '#core/contract/shapes.ts';
import { formatDateTime, formatDateTimeRange, formatDay } from '../../format/dates.ts';
import { listBands, listStrokes, placeOf, spanOf } from './stable-bands.ts';
import classes from './stable-picture.module.css';
import { largestChange } from './timeline-items.ts';

interface StablePictureProps {
  readonly versions: readonly VersionSummary[];
  readonly history: readonly StableInterval[];
  readonly shown: number | undefined;
  /** A moment to mark, RFC 3339. */
  readonly asOf: string | undefined;
  readonly onOpen: (version: number) => void;
}

const strokeHeight = 20;
/** Narrower bands have no room for their number, in CSS pixels. */
const leastForNumber = 26;

/** Time from left to right: a stroke for each saved version, and below it where `stable` was. */
export function StablePicture({ versions, history, shown, asOf, onOpen }: StablePictureProps) {
  const { ref, width } = useElementSize();
  const list = useRef<HTMLOListElement>(null);
  const { span, bands, path } = useMemo(() => {
    const time = spanOf(versions, history, Date.now());
    const strokes = listStrokes(versions, time, largestChange(versions), Math.max(1, Math.floor(width / 3)));
    const draw = ({ at, height }: (typeof strokes)[number]) =>
      `M${1 + at * Math.max(0, width - 2)} ${strokeHeight}v${-Math.round(height * strokeHeight)}`;
    return { span: time, bands: listBands(history, time), path: strokes.map(draw).join('') };
  }, [versions, history, width]);
  const tabStop = bands.findLast((band) => band.interval.version === shown) ?? bands.at(-1);

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(event.target as HTMLButtonElement) + step]?.focus();
  };

  return (
    <div className={classes.picture} ref={ref}>
      <svg className={classes.strokes} height={strokeHeight} aria-hidden="true">
        <path d={path} />
      </svg>
      <ol ref={list} className={classes.bands} aria-label="Where stable was" onKeyDown={move}>
        {bands.map((band) => {
          const { interval, from, to } = band;
          const dates = interval.until
            ? formatDateTimeRange(interval.since, interval.until)
            : `since ${formatDateTime(interval.since)}`;
          return (
            <li
              key={`${interval.promotion.id} ${interval.since}`}
              className={classes.place}
              style={{ left: `${100 * from}%`, width: `max(4px, ${100 * (to - from)}%)` }}
            >
              <button
                type="button"
                className={classes.band}
                data-now={interval.until === null || undefined}
                data-shown={interval.version === shown || undefined}
                tabIndex={band === tabStop ? 0 : -1}
                aria-label={`Stable was v${interval.version}, ${dates}`}
                title={`v${interval.version} — ${dates}`}
                onClick={() => onOpen(interval.version)}
              >
                {(to - from) * width >= leastForNumber ? `v${interval.version}` : null}
              </button>
            </li>
          );
        })}
        {bands.length === 0 ? <li className={classes.none}>No version was stable yet.</li> : null}
      </ol>
      {asOf === undefined ? null : (
        <span
          className={classes.marker}
          style={{ left: `${100 * placeOf(asOf, span)}%` }}
          aria-hidden="true"
        />
      )}
      <p className={classes.ends}>
        <span>{formatDay(new Date(span.start).toISOString())}</span>
        <span>now</span>
      </p>
    </div>
  );
}
