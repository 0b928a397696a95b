import { timeTicks } from 'd3-time';
import { shareOf, type TimeView } from './time-view.ts';

export interface Tick {
  readonly time: number;
  /** Where it stands, in pixels. */
  readonly x: number;
  readonly label: string;
}

/** Room that a label takes, in pixels. */
const labelWidth = 104;
const hour = 3_600_000;
const day = 24 * hour;

const formats = {
  seconds: new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }),
  minutes: new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }),
  days: new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' }),
  months: new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric' }),
  years: new Intl.DateTimeFormat(undefined, { year: 'numeric' }),
};

/** The marks of the axis: at round times of the local calendar, as many as find room. */
export function listTicks(view: TimeView, width: number): Tick[] {
  const count = Math.max(1, Math.floor(width / labelWidth));
  const times = timeTicks(new Date(view.start), new Date(view.end), count);
  const [first, second] = times;
  const step = first && second ? second.getTime() - first.getTime() : view.end - view.start;
  return times
    .map((time) => ({
      time: time.getTime(),
      x: shareOf(time.getTime(), view) * width,
      label: chooseFormat(step, time).format(time),
    }))
    .filter(({ x, label }) => x + roomOf(label) <= width);
}

/** An upper bound of what a label needs, in pixels: cut off at the edge, it would say another time. */
const roomOf = (label: string) => 8 + 6.5 * label.length;

/** A tick at midnight says the day, one at new year the year. */
function chooseFormat(step: number, time: Date): Intl.DateTimeFormat {
  const isMidnight = time.getHours() === 0 && time.getMinutes() === 0 && time.getSeconds() === 0;
  if (step < 60_000) return isMidnight ? formats.days : formats.seconds;
  if (step < day) return isMidnight ? formats.days : formats.minutes;
  if (step < 27 * day) return formats.days;
  if (step < 360 * day) return formats.months;
  return formats.years;
}
