import { setTimeout as delay } from 'node:timers/promises';
import { app } from 'electron';
import type { App } from '../app.ts';
import type { LogPort } from '../ports.ts';
import type { MainWindow } from './window.ts';

/** How long the calls under way and the sandbox may take to end, in milliseconds. */
const patience = 10_000;

/**
 * Ends the app in order: the page hands over what is not written yet when its window closes, the app finishes
 * those calls and stops the sandbox, and only then the process ends.
 */
export function setupQuitting(promptForge: App, window: MainWindow, log: LogPort): void {
  let isQuitting = false;
  let isClosing = false;
  let isClosed = false;

  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => {
    // Holding the window back has called the quitting off.
    if (isQuitting || process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => window.show());
  app.on('second-instance', () => {
    if (isClosing || window.isAboutToClose()) app.relaunch();
    else window.show();
  });
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    const closing = promptForge.close().catch((error) => {
      log.error('The app did not close in order.', { reason: String(error) });
    });
    void Promise.race([closing, delay(patience)]).then(() => {
      isClosed = true;
      app.quit();
    });
  });
}
