import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { storeFileName } from '#main/registry/db/sqlite.ts';
import { createRandom } from '../support/random.ts';
import { runRegistryCommand } from '../support/start-registry-process.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testSize } from '../support/test-size.ts';
import { startFaultRegistry } from './start-fault-registry.ts';

const kills = testSize({ short: 3, full: 40 });
const versions = 400;
const script = fileURLToPath(new URL('./fixtures/migrate-in-small-steps.ts', import.meta.url));

let folder: ReturnType<typeof makeTemporaryFolder>;
beforeEach(async () => {
  folder = makeTemporaryFolder();
  const { admin, end } = await startFaultRegistry(folder.path);
  await admin.call('createPrompt', { body: { name: 'kept', content: '1 words' } });
  for (let base = 1; base < versions; base += 1) {
    const body = { content: `${base + 1} ${'words '.repeat(200)}`, baseVersion: base };
    await admin.call('saveVersion', { params: { name: 'kept' }, body });
  }
  await end('SIGTERM');
}, 60_000);
afterEach(() => folder.remove());

const openStore = () => new DatabaseSync(join(folder.path, storeFileName));

/** Every row of every table. */
function readStore(): Record<string, unknown> {
  const store = openStore();
  const tables = store.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  const rows = tables.map(({ name }) => [name, store.prepare(`SELECT * FROM "${name}"`).all()]);
  store.close();
  return Object.fromEntries(rows);
}

function schemaOf(store: Record<string, unknown>): number {
  const [row] = store.schemaVersion as { version: number }[];
  return row?.version ?? 0;
}

/** Runs the long step until it is killed, somewhere on its way. */
async function migrateAndKill(schema: number, wait: number): Promise<void> {
  const child = spawn(process.execPath, [script, folder.path, String(schema)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const ended = once(child, 'exit');
  while (!output.includes('begun')) await delay(1);
  await delay(wait);
  child.kill('SIGKILL');
  await ended;
}

/** Takes back a step that was through before it could be killed. */
function undoByHand(schema: number): void {
  const store = openStore();
  store.exec(
    `DROP TABLE "halfDone"; UPDATE "versions" SET "content" = substr("content", 1, length("content") - 1);
     UPDATE "schemaVersion" SET "version" = ${schema}`,
  );
  store.close();
}

it(
  'leaves a store as it was where it is killed in the middle of a migration',
  async () => {
    const random = createRandom(11);
    const before = readStore();
    const schema = schemaOf(before);
    let inTheMiddle = 0;
    while (inTheMiddle < kills) {
      await migrateAndKill(schema, random() * 30);
      // The store says whether the step is through: its process may be killed before it can.
      const after = readStore();
      if (schemaOf(after) === schema) {
        inTheMiddle += 1;
        expect(after).toEqual(before);
      } else {
        expect(after.halfDone).toHaveLength(versions);
        undoByHand(schema);
        expect(readStore()).toEqual(before);
      }
    }
    const { admin, end } = await startFaultRegistry(folder.path);
    expect((await admin.call('getDetails', { params: { name: 'kept' } })).latest).toBe(versions);
    expect(await admin.call('verifyEvents', {})).toMatchObject({ valid: true });
    await end('SIGTERM');
  },
  testSize({ short: 120_000, full: 600_000 }),
);

it('refuses a store that a newer program has written, in a sentence, and changes no row of it', async () => {
  const store = openStore();
  store.exec('UPDATE "schemaVersion" SET "version" = 99');
  store.close();
  const before = readStore();
  const { code, out, err } = await runRegistryCommand(['--port', '0', '--data', folder.path]);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain('written by a newer version of PromptForge');
  expect(err).not.toMatch(/\.ts|node:/);
  expect(readStore()).toEqual(before);
}, 60_000);
