/** The stretch of time that a picture shows, in milliseconds since 1970. */
export interface TimeView {
  readonly start: number;
  readonly end: number;
}

/** Closer than this nothing can be told apart any more, in milliseconds. */
const shortest = 10_000;

/** All the time that there is to show, with a little room on both sides. */
export function wholeView(times: readonly number[], now: number): TimeView {
  let [first, last] = [now - 60_000, now];
  for (const time of times) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  const room = (last - first) * 0.02;
  return { start: first - room, end: last + room };
}

/** Where a moment stands, from 0 to 1 inside the view. */
export function shareOf(time: number, { start, end }: TimeView): number {
  return (time - start) / (end - start);
}

/**
 * Nearer, or further away.
 *
 * @param factor below 1 for nearer
 * @param anchor the share of the width that stays where it is
 */
export function zoom(view: TimeView, factor: number, anchor: number, whole: TimeView): TimeView {
  const span = view.end - view.start;
  const next = Math.min(whole.end - whole.start, Math.max(shortest, span * factor));
  const fixed = view.start + span * anchor;
  return keepInside({ start: fixed - next * anchor, end: fixed + next * (1 - anchor) }, whole);
}

/** Earlier or later, by a share of the width. */
export function pan(view: TimeView, share: number, whole: TimeView): TimeView {
  const shift = (view.end - view.start) * share;
  return keepInside({ start: view.start + shift, end: view.end + shift }, whole);
}

function keepInside({ start, end }: TimeView, whole: TimeView): TimeView {
  const shift = Math.max(0, whole.start - start) || Math.min(0, whole.end - end);
  return { start: start + shift, end: end + shift };
}
