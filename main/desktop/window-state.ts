import type { Rectangle } from 'electron';
import { z } from 'zod';

const size = z.number().int();
const windowState = z.object({
  bounds: z.object({ x: size, y: size, width: size, height: size }),
  maximized: z.boolean(),
});

/** Where the window was last, in screen points. */
export type WindowState = z.infer<typeof windowState>;

export const minimumSize = { width: 880, height: 560 };
const defaultSize = { width: 1320, height: 860 };
/** As much of the window has to be on a display to get hold of it. */
const graspable = { width: 120, height: 40 };

/**
 * Decides where the window opens: where it was, as long as a display is still there.
 *
 * @param saved what was kept, whatever it may be by now
 * @param workAreas the displays' usable areas, the primary one first
 */
export function chooseWindowState(saved: unknown, workAreas: readonly Rectangle[]): WindowState {
  const state = windowState.safeParse(saved);
  const [primary] = workAreas;
  const home =
    state.success &&
    workAreas.find((candidate) => isGraspable(clampInto(candidate, state.data.bounds), candidate));
  if (home) return { ...state.data, bounds: clampInto(home, state.data.bounds) };
  const area = primary ?? { x: 0, y: 0, ...defaultSize };
  return { bounds: center(area), maximized: state.success && state.data.maximized };
}

function isGraspable(bounds: Rectangle, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const titleBarIsInside = bounds.y >= area.y && bounds.y + graspable.height <= area.y + area.height;
  return width >= graspable.width && titleBarIsInside;
}

function clampInto(area: Rectangle, bounds: Rectangle): Rectangle {
  const clamp = (wanted: number, smallest: number, available: number) =>
    Math.min(Math.max(wanted, smallest), available);
  return {
    x: bounds.x,
    y: bounds.y,
    width: clamp(bounds.width, minimumSize.width, area.width),
    height: clamp(bounds.height, minimumSize.height, area.height),
  };
}

function center(area: Rectangle): Rectangle {
  const width = Math.min(defaultSize.width, area.width);
  const height = Math.min(defaultSize.height, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}
