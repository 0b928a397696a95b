import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Database, storeFull } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { createQueries } from './sqlite-adapter.ts';
import { createWriteQueue, type Writer } from './write-queue.ts';

/** The store's file in its folder. */
export const storeFileName = 'registry.sqlite';
const busyTimeout = 5_000;
const fullErrorCode = 13;

export interface SqliteStore {
  readonly kind: 'sqlite';
  /** Holds the store and nothing else; made where it is missing. */
  readonly folder: string;
}

/**
 * Opens the store in a folder and brings it up to date.
 *
 * @throws StoreUnusable where another process uses it, or a newer program has written it
 */
export async function openSqlite(store: SqliteStore): Promise<Database> {
  mkdirSync(store.folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(store.folder);
  const opened: DatabaseSync[] = [];
  const closeAll = () => {
    for (const connection of opened) connection.close();
    lock.release();
  };
  const open = (setting: string) => {
    const connection = new DatabaseSync(join(store.folder, storeFileName), { timeout: busyTimeout });
    opened.push(connection);
    connection.exec(setting);
    return connection;
  };
  try {
    const writer = open('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    const batches = createWriter(writer);
    const writes = createWriteQueue((work) => work(batches));
    await migrate(writes.write);
    const reader = open('PRAGMA query_only = ON');
    return {
      read: createQueries(reader),
      write: (work) => writes.write(work).catch((error: unknown) => Promise.reject(explain(error))),
      close: async () => {
        await writes.finish();
        closeAll();
      },
    };
  } catch (error) {
    closeAll();
    throw error;
  }
}

function explain(error: unknown): unknown {
  const isFull = error instanceof Error && 'errcode' in error && error.errcode === fullErrorCode;
  return isFull ? storeFull() : error;
}

function createWriter(connection: DatabaseSync): Writer {
  const execute = async (statements: string) => connection.exec(statements);
  return {
    queries: createQueries(connection),
    execute,
    begin: () => execute('BEGIN IMMEDIATE'),
    commit: () => execute('COMMIT'),
    rollback: async () => {
      if (connection.isTransaction) connection.exec('ROLLBACK');
    },
  };
}
