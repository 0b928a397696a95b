import { app, dialog } from 'electron';
import { DataFolderInUse } from '../app.ts';
import type { LogPort } from '../ports.ts';

/** Puts a fault of the app itself into the log, and ends in order with a sentence instead of a stack trace. */
export function setupFaults(log: LogPort): void {
  process.on('unhandledRejection', (reason) => {
    log.error('A promise was rejected and nobody listened.', { reason: readReason(reason) });
  });
  process.on('uncaughtException', (error) => {
    log.error('The app ran into a fault of its own.', { reason: readReason(error) });
    dialog.showErrorBox(
      'PromptForge has to close',
      `PromptForge ran into a fault of its own. Everything that you typed is kept. Start it again. What happened is written down in ${app.getPath('logs')}.`,
    );
    app.quit();
  });
}

/** Says why the app does not start, and ends. */
export function failToStart(error: unknown): void {
  const sentence =
    error instanceof DataFolderInUse
      ? error.message
      : `${readReason(error)}. Nothing was changed. See whether there is room on the disk and whether you may write to ${app.getPath('userData')}, then start PromptForge again.`;
  dialog.showErrorBox('PromptForge could not start', sentence);
  app.exit(1);
}

function readReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
