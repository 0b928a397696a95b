import { ipcMain } from 'electron';
import type { App } from '../app.ts';
import type { CallsUnderWay } from './calls-under-way.ts';
import { isTrustedSender } from './trusted-sender.ts';
import type { MainWindow } from './window.ts';

/** Carries the bridge's calls and events between the app and its window. */
export function setupIpcTransport(promptForge: App, window: MainWindow, calls: CallsUnderWay): void {
  ipcMain.handle('bridge:invoke', (event, method: unknown, input: unknown) => {
    if (!isTrustedSender(event, window.contents()) || typeof method !== 'string') {
      throw new Error('This call does not come from the window of PromptForge.');
    }
    return calls.track(promptForge.handle(method, input));
  });
  promptForge.subscribe((event) => window.send(event));
}
