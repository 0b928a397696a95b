import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { pan, type TimeView, zoom } from './time-view.ts';

const step = 1.5;
/** So much of the width the arrow keys go. */
const keyStep = 0.15;
/** A press that moves less than this is a click, in pixels. */
const dragFrom = 4;

/** What a picture shows of its time, changed by wheel, dragging and keys. */
export function useTimeView(whole: TimeView, width: number) {
  // Nothing chosen means everything, also when there comes to be more.
  const [chosen, setChosen] = useState<TimeView | null>(null);
  const view = chosen ?? whole;
  const element = useRef<HTMLElement | null>(null);
  const drag = useRef<{ x: number; isMoving: boolean } | null>(null);

  const change = useCallback(
    (next: (view: TimeView) => TimeView) =>
      setChosen((before) => {
        const after = next(before ?? whole);
        return after.end - after.start >= whole.end - whole.start ? null : after;
      }),
    [whole],
  );
  const zoomBy = useCallback(
    (factor: number, anchor = 0.5) => change((before) => zoom(before, factor, anchor, whole)),
    [change, whole],
  );
  const panBy = useCallback(
    (share: number) => change((before) => pan(before, share, whole)),
    [change, whole],
  );
  const fit = useCallback(() => setChosen(null), []);
  const show = useCallback((next: TimeView) => change(() => next), [change]);

  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (isSideways) return panBy((event.deltaX || event.deltaY) / Math.max(1, width));
      const { left } = target.getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      zoomBy(Math.exp(event.deltaY * lines * 0.002), (event.clientX - left) / Math.max(1, width));
    };
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => target.removeEventListener('wheel', onWheel);
  }, [zoomBy, panBy, width]);

  return {
    view,
    isWhole: chosen === null,
    zoomIn: () => zoomBy(1 / step),
    zoomOut: () => zoomBy(step),
    fit,
    show,
    element,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const actions: Readonly<Record<string, () => void>> = {
        '+': () => zoomBy(1 / step),
        '=': () => zoomBy(1 / step),
        '-': () => zoomBy(step),
        '0': fit,
        ArrowLeft: () => panBy(-keyStep),
        ArrowRight: () => panBy(keyStep),
      };
      const act = actions[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) drag.current = { x: event.clientX, isMoving: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const { current } = drag;
      if (!current) return;
      const moved = event.clientX - current.x;
      if (!current.isMoving && Math.abs(moved) < dragFrom) return;
      if (!current.isMoving) element.current?.setPointerCapture(event.pointerId);
      drag.current = { x: event.clientX, isMoving: true };
      panBy(-moved / Math.max(1, width));
    },
    onPointerUp: () => {
      drag.current = null;
    },
  };
}
