import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const schemaVersion = 1;
const busyTimeout = 5_000;

/**
 * Prompts and versions as they were last read. `changedAt` and `readAt` count what happened: a prompt that changed
 * after it was read is read again before it counts as current.
 */
const schema = `
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE prompts (
    name TEXT PRIMARY KEY,
    changedAt INTEGER NOT NULL DEFAULT 0,
    readAt INTEGER NOT NULL DEFAULT -1,
    latest INTEGER,
    stable INTEGER,
    archived INTEGER,
    updatedAt TEXT,
    summary TEXT,
    heading TEXT,
    details TEXT
  );
  CREATE INDEX stalePrompts ON prompts (name) WHERE changedAt > readAt;
  CREATE TABLE versions (
    prompt TEXT NOT NULL,
    version INTEGER NOT NULL,
    summary TEXT NOT NULL,
    content TEXT,
    folded TEXT,
    PRIMARY KEY (prompt, version)
  );
  CREATE TABLE answers (key TEXT PRIMARY KEY, readAt INTEGER NOT NULL, answer TEXT NOT NULL);
  PRAGMA user_version = ${schemaVersion};
`;

/** SQLite's codes for a file that is no database, or no longer a sound one. */
const damageCodes = new Set([11, 26]);
/** For a disk that is full, fails, or may not be written. */
const diskCodes = new Set([8, 10, 13, 14]);

/**
 * Opens a replica's file, readable by this user alone; an empty one is made where there is none, or where another
 * version of the program wrote it: all of it can be read again.
 *
 * @throws where the file is damaged, or the disk is full
 */
export function openReplicaFile(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const database = new DatabaseSync(path, { timeout: busyTimeout });
  try {
    // What a power cut takes of the newest events is read again.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    const version = database.prepare('PRAGMA user_version').get()?.user_version;
    if (version !== schemaVersion) {
      emptyDatabase(database);
      database.exec(`BEGIN; ${schema} COMMIT`);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function emptyDatabase(database: DatabaseSync): void {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  for (const { name } of tables) database.exec(`DROP TABLE "${name}"`);
}

/**
 * Moves a damaged file out of the way.
 *
 * @returns a sentence that names both files
 */
export function setAsideReplicaFile(path: string, now = new Date()): string {
  const aside = path.replace(/\.sqlite$/, `.damaged-${now.toISOString().replaceAll(':', '-')}.sqlite`);
  renameSync(path, aside);
  rmSync(`${path}-wal`, { force: true });
  rmSync(`${path}-shm`, { force: true });
  return `The file ${basename(path)}, a copy of what was read of a registry, was damaged. It was set aside as ${aside}, and the copy is made again.`;
}

/** Deletes a replica's file and whatever was set aside of it. */
export function deleteReplicaFile(path: string): void {
  const name = basename(path, '.sqlite');
  const folder = dirname(path);
  if (!existsSync(folder)) return;
  const isItsOwn = (file: string) => file.startsWith(`${name}.sqlite`) || file.startsWith(`${name}.damaged-`);
  for (const file of readdirSync(folder).filter(isItsOwn)) rmSync(join(folder, file), { force: true });
}

/** Deletes the files of replicas that are not wanted any more. */
export function deleteReplicaFilesBut(folder: string, isWanted: (name: string) => boolean): void {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) {
    const [name = ''] = file.split('.');
    if (!isWanted(name)) rmSync(join(folder, file), { force: true });
  }
}

/** True where an error says that the file is damaged: it is no database, a table is missing, or a row is no JSON. */
export function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  const code = codeOf(error);
  return code !== null && (damageCodes.has(code) || /no such (table|column)/.test(String(error)));
}

/** True where an error says that nothing can be written. */
export function isDiskFault(error: unknown): boolean {
  const code = codeOf(error);
  // Node's own errors name the call of the system that failed.
  return code === null ? error instanceof Error && 'syscall' in error : diskCodes.has(code);
}

/** SQLite's primary code of an error, or `null` where it is of another kind. */
function codeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null;
}
