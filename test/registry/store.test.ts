import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#main/registry/db/database.ts';
import { findFact, setFact } from '#main/registry/db/facts.ts';
import { openSqlite } from '#main/registry/db/sqlite.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

let folder: ReturnType<typeof makeTemporaryFolder>;
let database: Database;
const open = () => openSqlite({ kind: 'sqlite', folder: folder.path });
const openFile = () => new DatabaseSync(join(folder.path, 'registry.sqlite'));

beforeEach(async () => {
  folder = makeTemporaryFolder();
  database = await open();
});
afterEach(async () => {
  await database.close();
  folder.remove();
});

const names = async () =>
  (await database.read.selectFrom('facts').select('name').orderBy('name').execute()).map((row) => row.name);

describe('writing', () => {
  it('is durable the way that the settings say', async () => {
    const read = async (pragma: string) => {
      const { rows } = await database.write(({ queries }) =>
        sql.raw<Record<string, unknown>>(`PRAGMA ${pragma}`).execute(queries),
      );
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('synchronous')).toBe(2);
    expect(await read('foreign_keys')).toBe(1);
    expect(await read('busy_timeout')).toBe(5_000);
  });

  it('acknowledges none of a batch where the store gives up, and goes on afterwards', async () => {
    await database.write(async ({ queries }) => {
      await sql`PRAGMA max_page_count = 60`.execute(queries);
    });
    const fill = (name: string, size: number) =>
      database.write(({ queries }) => setFact(queries, name, 'x'.repeat(size)));
    const outcomes = await Promise.allSettled([fill('small', 10), fill('huge', 1_000_000)]);
    const stored = await names();
    expect(outcomes[1]?.status).toBe('rejected');
    expect(outcomes[0]?.status === 'fulfilled').toBe(stored.includes('small'));
    expect(stored).not.toContain('huge');
    await fill('after', 10);
    expect(await names()).toContain('after');
  });

  it('shares one COMMIT among those who wait together', async () => {
    const total = 256;
    const commits = await countCommits(total);
    expect(commits).toBeLessThanOrEqual(total / 64);
  });

  /** SQLite's own count of changes by others, which grows with each COMMIT. */
  async function countCommits(total: number): Promise<number> {
    const watcher = openFile();
    const readVersion = () => Number(Object.values(watcher.prepare('PRAGMA data_version').get() ?? {})[0]);
    let last = readVersion();
    let commits = 0;
    await Promise.all(
      Array.from({ length: total }, async (_, index) => {
        await database.write(({ queries }) => setFact(queries, `fact-${index}`, 'x'));
        const version = readVersion();
        if (version !== last) commits += 1;
        last = version;
      }),
    );
    watcher.close();
    return commits;
  }
});

describe('opening', () => {
  it('makes what is missing, and finds it again', async () => {
    await database.write(({ queries }) => setFact(queries, 'a', 'x'));
    await database.close();
    expect(existsSync(join(folder.path, 'registry.sqlite'))).toBe(true);
    database = await open();
    expect(await findFact(database.read, 'a')).toBe('x');
  });

  it('lets one at a time in', async () => {
    await expect(open()).rejects.toThrow(/Another registry is using the folder/);
  });

  it('refuses a store that a newer program has written, and changes nothing in it', async () => {
    await database.close();
    const file = openFile();
    const known = Number(file.prepare('SELECT version FROM schemaVersion').get()?.version);
    file.exec('UPDATE schemaVersion SET version = 99');
    file.close();
    await expect(open()).rejects.toThrow(
      `newer version of PromptForge (schema 99, this program knows ${known})`,
    );
    const again = openFile();
    expect(again.prepare('SELECT version FROM schemaVersion').all()).toEqual([{ version: 99 }]);
    again.exec(`UPDATE schemaVersion SET version = ${known}`);
    again.close();
    database = await open();
  });
});
