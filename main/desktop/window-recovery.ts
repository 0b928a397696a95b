import { type BrowserWindow, dialog } from 'electron';
import type { LogPort } from '../ports.ts';

const soonAgain = 10_000;

/** Loads the page again where its process died: drafts are on the disk. Where it dies again at once, it says so. */
export function attachRecovery(window: BrowserWindow, log: LogPort): void {
  let lastAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error('The process of the window ended.', { reason, exitCode });
    const isAgain = performance.now() - lastAt < soonAgain;
    lastAt = performance.now();
    if (!isAgain) {
      window.webContents.reload();
      return;
    }
    dialog.showErrorBox(
      'PromptForge cannot show its window',
      'The window stopped working twice in a row. Everything that you typed is kept. ' +
        'Start PromptForge again; if that does not help, restart the computer.',
    );
    window.destroy();
  });
}
