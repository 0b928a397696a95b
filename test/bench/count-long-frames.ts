import type { Page } from 'playwright';

const duration = 3_000;

/** Frames over 25 ms in three seconds at rest, and in as many while something is scrolled. */
export interface LongFrames {
  readonly [name: string]: number;
  readonly atRest: number;
  readonly scrolling: number;
  /** Those that scrolling has added. */
  readonly dropped: number;
}

/** Scrolls 240 pixels a frame, down and up again, after as long a look at a screen on which nothing moves. */
export async function countLongFrames(page: Page, scroller: string): Promise<LongFrames> {
  const count = (step: number) =>
    page.evaluate(
      ([selector, length, by]) =>
        new Promise<number>((resolve) => {
          const target = document.querySelector(selector);
          if (!target) throw new Error(`There is no ${selector}.`);
          const end = performance.now() + length;
          let [last, long, direction] = [performance.now(), 0, 1];
          const frame = (now: number) => {
            if (now - last > 25) long += 1;
            last = now;
            const before = target.scrollTop;
            target.scrollTop += by * direction;
            if (by > 0 && target.scrollTop === before) direction = -direction;
            if (now < end) requestAnimationFrame(frame);
            else resolve(long);
          };
          requestAnimationFrame(frame);
        }),
      [scroller, duration, step] as const,
    );
  const atRest = await count(0);
  const scrolling = await count(240);
  return { atRest, scrolling, dropped: Math.max(0, scrolling - atRest) };
}
