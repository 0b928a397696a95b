import { Button } from '@mantine/core';
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react';
import classes from './tour.module.css';
import { type TourStep, tourSteps } from './tour-steps.ts';
import { useTour } from './tour-store.ts';

/** The tour: a card beside each of five controls. What is below stays usable; Escape ends it. */
export function Tour() {
  const step = useTour((state) => state.step);
  const current = step === null ? undefined : tourSteps[step];
  return step === null || !current ? null : <Card key={step} step={step} current={current} />;
}

const reachable = ':is(a, button, select, input, textarea, [tabindex="0"]):not([tabindex="-1"], :disabled)';

function Card({ step, current }: { readonly step: number; readonly current: TourStep }) {
  const { goTo } = useTour.getState();
  const end = () => {
    useTour.getState().end();
    focusWithin(current.find());
  };
  const card = useRef<HTMLDivElement>(null);
  const place = useControlPlace(current);
  const isLast = step === tourSteps.length - 1;
  const isPlaced = place !== null;
  useEffect(() => {
    if (isPlaced) card.current?.focus();
  }, [isPlaced]);
  if (!place) return null;
  return (
    <>
      <div className={classes.ring} style={ringStyle(place)} aria-hidden="true" />
      <div
        ref={card}
        className={classes.card}
        style={cardStyle(place)}
        role="dialog"
        aria-label={`Tour: ${current.title}`}
        aria-describedby="tour-text"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape') end();
          if (event.key === 'ArrowRight' && !isLast) goTo(step + 1);
          if (event.key === 'ArrowLeft' && step > 0) goTo(step - 1);
        }}
      >
        <h2>{current.title}</h2>
        <p id="tour-text" className={classes.text}>
          {current.text}
        </p>
        <div className={classes.actions}>
          <span className={classes.count}>
            {step + 1} of {tourSteps.length}
          </span>
          {isLast ? null : (
            <Button variant="subtle" onClick={end}>
              Skip the tour
            </Button>
          )}
          <Button onClick={() => (isLast ? end() : goTo(step + 1))}>{isLast ? 'Done' : 'Next'}</Button>
        </div>
      </div>
    </>
  );
}

/** Whoever goes by keyboard goes on from what the tour has just shown. */
function focusWithin(control: Element | null): void {
  const target = control?.matches(reachable) ? control : control?.querySelector(reachable);
  (target instanceof HTMLElement ? target : document.getElementById('main'))?.focus();
}

/** Where the control of a step is, as soon as it is there and wherever it moves. */
function useControlPlace(current: TourStep): DOMRect | null {
  const [place, setPlace] = useState<DOMRect | null>(null);
  useLayoutEffect(() => {
    current.prepare?.();
    let frame = 0;
    const begin = performance.now();
    const follow = () => {
      const found = visibleBox(current.find()) ?? (performance.now() - begin > patience ? screenBox() : null);
      if (found) {
        setPlace((before) => (before && isSame(before, found) ? before : found));
      }
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [current]);
  return place;
}

/** In milliseconds. Where a control does not show, as in a window that is too narrow for it, its card shows alone. */
const patience = 800;

const screenBox = () => visibleBox(document.getElementById('main'));

function visibleBox(control: Element | null): DOMRect | null {
  const box = control?.getBoundingClientRect();
  return box && box.width > 0 ? box : null;
}

const isSame = (a: DOMRect, b: DOMRect) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const cardWidth = 320;
const cardHeight = 190;
const gap = 14;

/** Around the control, and never beyond the window. */
function ringStyle({ left, top, right, bottom }: DOMRect): CSSProperties {
  const [x, y] = [Math.max(2, left - 3), Math.max(2, top - 3)];
  return {
    left: x,
    top: y,
    width: Math.min(right + 3, innerWidth - 2) - x,
    height: Math.min(bottom + 3, innerHeight - 2) - y,
  };
}

/** Below a button, so that those beside it stay in sight; else to the right or left, else within: where there is room. */
function cardStyle({ left, right, top, bottom, width, height }: DOMRect): CSSProperties {
  const within = (value: number, room: number, size: number) =>
    Math.max(12, Math.min(value, room - size - 12));
  if (height < 60 && bottom + gap + cardHeight < innerHeight) {
    return { left: within(right - cardWidth, innerWidth, cardWidth), top: bottom + gap };
  }
  if (right + gap + cardWidth < innerWidth) {
    return { left: right + gap, top: within(top + 24, innerHeight, cardHeight) };
  }
  if (left - gap - cardWidth > 0) {
    return { left: left - gap - cardWidth, top: within(top + 24, innerHeight, cardHeight) };
  }
  return {
    left: within(left + (width - cardWidth) / 2, innerWidth, cardWidth),
    top: within(top + (height - cardHeight) / 2, innerHeight, cardHeight),
  };
}
