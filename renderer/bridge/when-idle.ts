import type { WhenIdle } from './draft-writer.ts';

/** In milliseconds: the time that a frame must have left, and how long something is put off at most. */
const enough = 8;
const longest = 50;

/**
 * Runs something once the browser has time left before the next frame, or after 50 ms: long texts take some
 * milliseconds to hand over, which would be missing in the frame of a keystroke. `null` where the browser cannot tell.
 */
export const whenIdle: WhenIdle | null = 'requestIdleCallback' in globalThis ? waitForIdle : null;

function waitForIdle(run: () => void): () => void {
  const latest = performance.now() + longest;
  let request = 0;
  const ask = () => {
    request = requestIdleCallback(
      (deadline) => {
        if (deadline.timeRemaining() >= enough || performance.now() >= latest) run();
        else ask();
      },
      { timeout: Math.max(1, latest - performance.now()) },
    );
  };
  ask();
  return () => cancelIdleCallback(request);
}
