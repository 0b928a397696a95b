import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';

/**
 * A folder with one JSON file for each prompt. A file is written whole or not at all, and is on the disk when
 * `put` answers. A file that cannot be read is set aside under another name, never deleted.
 */
export interface JsonFolder<Value> {
  list(): Promise<Value[]>;
  get(prompt: string): Promise<Value | null>;
  /** How long the file is, in bytes; 0 where there is none. */
  size(prompt: string): Promise<number>;
  put(prompt: string, value: Value): Promise<void>;
  /** Puts what `next` makes of the value; `null` stands for no file, `undefined` leaves all as it is. */
  change(prompt: string, next: (value: Value | null) => Value | null | undefined): Promise<void>;
  /** Removes the file, where there is one and its value is `which`. */
  remove(prompt: string, which?: (value: Value) => boolean): Promise<void>;
}

/** One such folder for each connection, below `root`. */
export function createJsonFolders<Value>(
  root: string,
  schema: z.ZodType<Value>,
  onSetAside: (sentence: string) => void,
): (connection: string) => JsonFolder<Value> {
  const folders = new Map<string, JsonFolder<Value>>();
  return (connection) => {
    const folder = folders.get(connection) ?? createJsonFolder(join(root, connection), schema, onSetAside);
    folders.set(connection, folder);
    return folder;
  };
}

/**
 * @param folder created with the first file
 * @param onSetAside told in a sentence which file was set aside
 */
function createJsonFolder<Value>(
  folder: string,
  schema: z.ZodType<Value>,
  onSetAside: (sentence: string) => void,
): JsonFolder<Value> {
  // “~” is in no prompt's name; a prefix keeps clear of the names that Windows reserves, such as “con”.
  const fileName = (prompt: string) => `prompt-${prompt.replaceAll('/', '~')}.json`;
  const inOrder = createQueues();

  async function read(name: string): Promise<Value | null> {
    const text = await readFile(join(folder, name), 'utf8').catch(nullWhereMissing);
    if (text === null) return null;
    const value = schema.safeParse(parseJson(text));
    // What is written meanwhile takes the place of a damaged file, and must not be set aside for it.
    return value.success ? value.data : inOrder(name, () => readAtOnce(name));
  }

  /**
   * Reads a file that was written a moment ago; it is called in the file's order. Each step of reading in the
   * background waits for a busy app.
   */
  async function readAtOnce(name: string): Promise<Value | null> {
    let text: string;
    try {
      text = readFileSync(join(folder, name), 'utf8');
    } catch (error) {
      return nullWhereMissing(error);
    }
    const value = schema.safeParse(parseJson(text));
    if (value.success) return value.data;
    const aside = `${name}.damaged-${new Date().toISOString().replaceAll(':', '-')}`;
    await rename(join(folder, name), join(folder, aside));
    onSetAside(`The file ${name} could not be read. It was set aside as ${join(folder, aside)}.`);
    return null;
  }

  async function write(prompt: string, value: Value): Promise<void> {
    const path = join(folder, fileName(prompt));
    const text = JSON.stringify(value);
    try {
      await writeWhole(path, text);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await mkdir(folder, { recursive: true });
      await writeWhole(path, text);
    }
    await syncFolder(folder);
  }

  const erase = (prompt: string) => rm(join(folder, fileName(prompt)), { force: true });

  return {
    async list() {
      const names = (await readdir(folder).catch(nullWhereMissing)) ?? [];
      const values: Value[] = [];
      for (const name of names.filter((entry) => /^prompt-.*\.json$/.test(entry))) {
        const value = await read(name);
        if (value !== null) values.push(value);
      }
      return values;
    },
    get: (prompt) => read(fileName(prompt)),
    size: async (prompt) => (await stat(join(folder, fileName(prompt))).catch(() => null))?.size ?? 0,
    put: (prompt, value) => inOrder(fileName(prompt), () => write(prompt, value)),
    change: (prompt, next) =>
      inOrder(fileName(prompt), async () => {
        const value = next(await readAtOnce(fileName(prompt)));
        if (value === null) await erase(prompt);
        else if (value !== undefined) await write(prompt, value);
      }),
    remove: (prompt, which) =>
      inOrder(fileName(prompt), async () => {
        const value = which && (await readAtOnce(fileName(prompt)));
        if (which && (value === null || value === undefined || !which(value))) return;
        await erase(prompt);
      }),
  };
}

/** Writes a file whole or not at all, in as few steps as that takes: each one waits for a busy app. */
async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Puts a renamed file's new name on the disk, too. Windows has no such call, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nullWhereMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Runs the work for one name in the order in which it came. */
function createQueues() {
  const last = new Map<string, Promise<unknown>>();
  return async function inOrder<T>(name: string, work: () => Promise<T>): Promise<T> {
    const mine = (last.get(name) ?? Promise.resolve()).catch(() => undefined).then(work);
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}
