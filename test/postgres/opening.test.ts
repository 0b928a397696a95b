import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readCommandLine } from '#main/registry/cli-options.ts';
import { openPostgres } from '#main/registry/db/postgres.ts';
import { startRegistryPair } from '../support/start-registry-pair.ts';
import { runRegistryCommand, startRegistryProcess } from '../support/start-registry-process.ts';
import { createDatabase, makeTestStore, runPostgres, type TestStore } from '../support/test-store.ts';

vi.setConfig({ testTimeout: 60_000 });

const silent = { info: () => {}, error: () => {} };
let test: TestStore;
let url: string;
beforeEach(async () => {
  test = await makeTestStore();
  if (test.store.kind !== 'postgres') throw new Error('This is for PostgreSQL.');
  url = test.store.url;
});
afterEach(() => test.remove());

const open = () => openPostgres({ kind: 'postgres', url }, silent);

it('migrates once where many open an empty database at the same moment', async () => {
  const databases = await Promise.all(Array.from({ length: 6 }, open));
  for (const database of databases) await database.close();
  const pair = await startRegistryPair(test);
  await Promise.all(pair.processes.map((process) => process.end('SIGTERM')));
  const rows = await test.runSql('SELECT version FROM "schemaVersion"');
  expect(rows).toHaveLength(1);
});

it('refuses a database that a newer program has written, and changes nothing in it', async () => {
  await (await open()).close();
  await test.runSql('UPDATE "schemaVersion" SET version = 99');
  const describe = () =>
    test.runSql('SELECT table_name, column_name, data_type FROM information_schema.columns ORDER BY 1, 2');
  const before = await describe();
  const { err, code } = await runRegistryCommand(['--port', '0', ...test.args]);
  expect(code).toBe(1);
  expect(err).toContain('newer version of PromptForge (schema 99');
  expect(await describe()).toEqual(before);
  expect(await test.runSql('SELECT version FROM "schemaVersion"')).toEqual([{ version: 99 }]);
});

it('keeps every text in the order of its bytes, whatever language the database speaks', async () => {
  const english = await test.runSql(`SELECT 'a-b' < 'a/b' AS bytes, 'B' < 'a' AS letters`);
  expect(english).toEqual([{ bytes: expect.any(Boolean), letters: false }]);
  await (await open()).close();
  const columns = await test.runSql(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'`,
  );
  expect(columns).toEqual([]);
});

it('gives numbers as numbers, and lets readers change nothing', async () => {
  const database = await open();
  const { fn } = database.read;
  const row = await database.read
    .selectFrom('events')
    .select([fn.countAll().as('count'), fn.sum('seq').as('sum')])
    .executeTakeFirst();
  expect(row).toEqual({ count: 0, sum: null });
  const writing = database.read.insertInto('facts').values({ name: 'a', value: 'b' }).execute();
  await expect(writing).rejects.toThrow();
  await database.close();
});

it.each([
  ['where nothing listens', (address: URL) => Object.assign(address, { port: '1' }), 'ECONNREFUSED'],
  ['with the wrong password', (address: URL) => Object.assign(address, { password: 'hunter2' }), 'password'],
  ['for a database that is not there', (address: URL) => Object.assign(address, { pathname: 'no' }), '“no”'],
])('says in a sentence why it cannot start %s, without the password', async (_, change, named) => {
  const address = change(new URL(url));
  const { out, err, code } = await runRegistryCommand(['--port', '0', '--database', address.href]);
  expect(code).toBe(1);
  expect(err).toMatch(/^The database “\w+” at 127\.0\.0\.1:\d+ cannot be (reached|used): /);
  expect(err).toContain(named);
  expect(out + err).not.toContain(address.password);
});

it('refuses a database whose texts are not UTF-8', async () => {
  const { url: other, remove } = await createDatabase(
    url,
    `ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
  );
  const { err } = await runRegistryCommand(['--port', '0', '--database', other]);
  expect(err).toContain('Make one with the encoding UTF8.');
  await remove();
});

it('never logs the password, and needs none in the address', async () => {
  const address = new URL(url);
  const { password } = address;
  address.password = '';
  const options = ['--port', '0', '--database', address.href];
  const registry = await startRegistryProcess(options, { PGPASSWORD: password });
  expect(await registry.end('SIGTERM')).toBe(0);
  const [{ count } = {}] = await runPostgres(url, 'SELECT count(*)::int AS count FROM members');
  expect(count).toBe(1);
});

it.each([
  [['--database', 'postgres://h/d', '--data', '/tmp/x'], 'not both'],
  [['--database', 'mysql://u:secret@h/d'], 'postgres://user@host:5432/name'],
  [['--database', ''], 'postgres://user@host:5432/name'],
  [['postgres://u:secret@h/d'], 'postgres://u:…@h/d'],
])('refuses %j', (args, named) => {
  const request = readCommandLine(args);
  expect(request).toEqual({ kind: 'refused', sentence: expect.stringContaining(named) });
  expect(JSON.stringify(request)).not.toContain('secret');
});
