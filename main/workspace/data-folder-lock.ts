import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Keeps a second app off the same data folder. The lock is SQLite's own on a file: the system frees it when the
 * process ends, however it ends.
 *
 * @returns how to let go, or `null` where another process holds the folder
 */
export function lockDataFolder(dataFolder: string): (() => void) | null {
  mkdirSync(dataFolder, { recursive: true });
  const database = new DatabaseSync(join(dataFolder, 'app.lock'));
  try {
    database.exec('PRAGMA busy_timeout = 300; BEGIN EXCLUSIVE');
  } catch {
    database.close();
    return null;
  }
  return () => database.close();
}
