import type { BrowserWindow } from 'electron';
import type { CallsUnderWay } from './calls-under-way.ts';

/** The page hands over a draft at most 150 ms after the last key, and one at a time; in milliseconds. */
const quiet = 300;
const limit = 2_000;

/**
 * Lets the page hand over what was typed last before its window is closed. The window disappears at once; its
 * page lives until nothing is under way any more, and for two seconds at the most.
 *
 * @returns whether the window is about to close
 */
export function attachOrderlyClose(window: BrowserWindow, calls: CallsUnderWay): () => boolean {
  const contents = window.webContents;
  let isWaiting = false;
  let mayClose = false;

  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    if (isWaiting) return;
    isWaiting = true;
    contents.setBackgroundThrottling(false);
    // A full screen on macOS would stay behind, black.
    if (!window.isFullScreen()) window.hide();
    void calls.settle(quiet, limit).then(() => {
      mayClose = true;
      if (!window.isDestroyed()) window.close();
    });
  });
  // A page that asks to stay has had its time.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  return () => isWaiting;
}
