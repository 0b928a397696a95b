import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Store } from '#main/registry/db/open-store.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

type Row = Record<string, unknown>;

/** A new empty store for a registry. */
export interface TestStore {
  readonly store: Store;
  /** What tells a process of the registry to use it. */
  readonly args: readonly string[];
  /** Its own folder, for a store in files. */
  readonly folder: string;
  /** Runs SQL behind the registry's back. */
  runSql(statements: string): Promise<Row[]>;
  remove(): Promise<void>;
}

/** The engine that these tests are run with: the test runner says so. */
const testEngine = process.env.PROMPTFORGE_TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';

export async function makeTestStore(): Promise<TestStore> {
  const folder = makeTemporaryFolder();
  if (testEngine === 'postgres') {
    const database = await createDatabase(process.env.PROMPTFORGE_TEST_POSTGRES ?? '');
    return {
      store: { kind: 'postgres', url: database.url },
      args: ['--database', database.url],
      folder: folder.path,
      runSql: (statements) => runPostgres(database.url, statements),
      remove: async () => {
        folder.remove();
        await database.remove();
      },
    };
  }
  return {
    store: { kind: 'sqlite', folder: folder.path },
    args: ['--data', folder.path],
    folder: folder.path,
    runSql: async (statements) => runSqlite(join(folder.path, 'registry.sqlite'), statements),
    remove: async () => folder.remove(),
  };
}

/** Makes an empty database on a PostgreSQL server. */
export async function createDatabase(
  serverUrl: string,
  options = '',
): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runPostgres(serverUrl, `CREATE DATABASE ${name} ${options}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return {
    url: url.href,
    remove: async () => void (await runPostgres(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

/** Runs SQL on a connection of its own. */
export async function runPostgres(url: string, statements: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statements)).rows ?? [];
  } finally {
    await client.end();
  }
}

function runSqlite(file: string, statements: string): Row[] {
  const store = new DatabaseSync(file);
  try {
    if (/^\s*select/i.test(statements)) return store.prepare(statements).all();
    store.exec(statements);
    return [];
  } finally {
    store.close();
  }
}
