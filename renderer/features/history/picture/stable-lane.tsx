import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { StableInterval } from '#core/contract/shapes.ts';
import { formatCount } from '../../../format/counts.ts';
import { describeInterval } from './describe-marks.ts';
import { listStretches, type Stretch } from './picture-marks.ts';
import classes from './stable-lane.module.css';
import type { TimeView } from './time-view.ts';

interface StableLaneProps {
  readonly history: readonly StableInterval[];
  readonly view: TimeView;
  readonly width: number;
  readonly shown: number | undefined;
  readonly onOpen: (version: number) => void;
  readonly onPoint: (details: string | null) => void;
}

/** Narrower stretches have no room for their number, and none for how it came, in CSS pixels. */
const leastForNumber = 34;
const leastForWords = 120;

/** Where `stable` was: a stretch for each version, labelled with the promotion or rollback that began it. */
export function StableLane({ history, view, width, shown, onOpen, onPoint }: StableLaneProps) {
  const list = useRef<HTMLOListElement>(null);
  const stretches = useMemo(() => listStretches(history, view, width), [history, view, width]);
  const tabStop = stretches.findLast(({ interval }) => interval.version === shown) ?? stretches.at(-1);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(event.target as HTMLButtonElement) + step]?.focus();
  };
  return (
    <ol ref={list} className={classes.lane} aria-label="Where stable was" onKeyDown={move}>
      {stretches.map((stretch) => {
        const { interval, count, x } = stretch;
        const details =
          count > 1
            ? `Stable moved ${formatCount(count, 'time')} here; the last time: ${describeInterval(interval)}`
            : describeInterval(interval);
        const label = labelOf(stretch);
        return (
          <li
            key={`${interval.promotion.id} ${interval.since}`}
            className={classes.place}
            style={{ left: x, width: stretch.width }}
          >
            <button
              type="button"
              className={classes.stretch}
              data-now={interval.until === null || undefined}
              data-kind={interval.promotion.kind}
              data-shown={interval.version === shown || undefined}
              tabIndex={stretch === tabStop ? 0 : -1}
              aria-label={label === null ? details : `${label}: ${details}`}
              onClick={() => onOpen(interval.version)}
              onPointerEnter={() => onPoint(details)}
              onPointerLeave={() => onPoint(null)}
              onFocus={() => onPoint(details)}
              onBlur={() => onPoint(null)}
            >
              {label === null ? null : <span className={classes.label}>{label}</span>}
            </button>
          </li>
        );
      })}
      {history.length === 0 ? <li className={classes.none}>No version was stable yet.</li> : null}
    </ol>
  );
}

function labelOf({ interval: { version, promotion }, width, count }: Stretch): string | null {
  if (width < leastForNumber || count > 1) return null;
  if (width < leastForWords) return `v${version}`;
  return promotion.kind === 'rollback' ? `back to v${version}` : `v${version} promoted`;
}
