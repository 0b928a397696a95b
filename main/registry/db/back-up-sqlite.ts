import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from './database.ts';
import { storeFileName } from './sqlite.ts';

const busyTimeout = 5_000;
const pagesAtOnce = 1_000;

/**
 * Copies the store in a folder to a file that is a store as well, while a registry goes on using it. The copy is
 * what was committed when it began. It is checked, and on the disk, before it gets its name.
 *
 * @returns its size in bytes
 * @throws StoreUnusable where there is no store, where the file is there already, or where the copy is damaged
 */
export async function backUpSqlite(folder: string, file: string): Promise<number> {
  const original = join(folder, storeFileName);
  if (!existsSync(original)) throw new StoreUnusable(`There is no registry in the folder ${folder}.`);
  if (existsSync(file)) throw new StoreUnusable(`There is a file ${file} already. Nothing was written.`);
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  closeSync(openSync(unfinished, 'wx', 0o600));
  try {
    await copy(original, unfinished);
    checkCopy(unfinished);
    flush(unfinished);
    renameSync(unfinished, file);
  } finally {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(unfinished + ending, { force: true });
  }
  return statSync(file).size;
}

async function copy(original: string, target: string): Promise<void> {
  // Not opened as read-only: the last such connection would leave its log files lying there.
  const source = new DatabaseSync(original, { timeout: busyTimeout });
  try {
    // Held for the whole copy: without it, every write of the registry would make the copy begin again.
    source.exec('PRAGMA query_only = ON; BEGIN; SELECT count(*) FROM sqlite_schema');
    await backup(source, target, { rate: pagesAtOnce });
  } finally {
    source.close();
  }
}

/** @throws StoreUnusable */
function checkCopy(file: string): void {
  const connection = new DatabaseSync(file);
  try {
    // One file, without a log beside it; a registry that starts on it goes back to WAL.
    connection.exec('PRAGMA journal_mode = DELETE');
    const rows = connection.prepare('PRAGMA integrity_check').all();
    if (rows.length === 1 && rows[0]?.integrity_check === 'ok') return;
  } finally {
    connection.close();
  }
  throw new StoreUnusable('The copy is damaged, and so may be the store. Nothing was written.');
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
