import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from './database.ts';

const lockedErrorCode = 5;

/** How long a registry that is just ending may take to let go of the folder, in milliseconds. */
const patience = 5_000;

/**
 * Keeps a folder for this process until it ends, however it ends: a second registry on the same folder would
 * serve positions from its memory that the first has moved. The lock is SQLite's own, on a file beside the store.
 *
 * @throws StoreUnusable where another process has it
 */
export function lockFolder(folder: string, wait = patience): { release(): void } {
  const lock = new DatabaseSync(join(folder, 'registry.lock'), { timeout: wait });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isLocked(error)) throw error;
    throw new StoreUnusable(
      `Another registry is using the folder ${folder}. Stop it, or choose another folder.`,
    );
  }
  return { release: () => lock.close() };
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === lockedErrorCode;
}
