import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** Gives Electron its folders. Has to happen before Electron is ready and before the single instance lock. */
export function setupFolders(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', dataFolder);
  // Chromium's caches stay apart from what the user may want to look at or copy.
  app.setPath('sessionData', join(dataFolder, 'browser'));
  app.setAppLogsPath(join(dataFolder, 'logs'));
}
