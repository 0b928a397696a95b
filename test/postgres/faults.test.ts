import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../support/postgres-server.ts';
import { createCaller, type RegistryCaller } from '../support/registry-caller.ts';
import { expectNothingLost, saveUnderLoad } from '../support/save-under-load.ts';
import {
  needNoReview,
  pairKey,
  promote,
  type RegistryPair,
  startRegistryPair,
} from '../support/start-registry-pair.ts';
import { startRegistryProcess } from '../support/start-registry-process.ts';
import { createDatabase, runPostgres, type TestStore } from '../support/test-store.ts';

/** Faults of a server and of processes, on a PostgreSQL server of their own. */

let server: PostgresServer;
let pair: RegistryPair;
beforeAll(async () => {
  server = await startPostgresServer();
  pair = await startRegistryPair(await makeStore());
  await needNoReview(pair.callers[0]);
}, 60_000);
afterAll(async () => {
  await pair.remove();
  await server.remove();
});

async function makeStore(): Promise<TestStore> {
  const { url, remove } = await createDatabase(server.url);
  const runSql = (statements: string) => runPostgres(url, statements);
  return { store: { kind: 'postgres', url }, args: ['--database', url], folder: '', runSql, remove };
}

const writers = (prefix: string) => Array.from({ length: 6 }, (_, index) => `${prefix}-${index}`);

async function until(isTrue: () => Promise<boolean>, within: number): Promise<void> {
  const since = performance.now();
  while (!(await isTrue())) {
    expect(performance.now() - since).toBeLessThan(within);
    await delay(10);
  }
}

async function resolveStable(caller: RegistryCaller, name: string): Promise<number | string> {
  const response = await caller.send('POST', `/prompts/${name}`, { body: {} }).catch(() => null);
  if (!response) return 'gone';
  const body = (await response.json()) as { version?: number; code?: string };
  return body.version ?? body.code ?? '';
}

it.each([
  ['restarted', () => server.stop()],
  ['killed', () => server.kill()],
])(
  'loses nothing where PostgreSQL is %s under load',
  async (how, end) => {
    const name = `stable-while-${how}`;
    await pair.callers[0].call('createPrompt', { body: { name, content: 'x' } });
    await promote(pair.callers[0], name, 1, null);

    const load = await saveUnderLoad(pair.callers, writers(how));
    await delay(500);
    // By now both have heard of the promotion, so that this stays in memory.
    for (const caller of pair.callers) expect(await resolveStable(caller, name)).toBe(1);
    await end();
    const before = load.acknowledged.size;
    await delay(500);
    expect(load.acknowledged.size - before).toBeLessThanOrEqual(writers(how).length);
    // What is in memory is still served; what needs the store is refused in words.
    for (const caller of pair.callers) {
      expect(await resolveStable(caller, name)).toBe(1);
      expect(await caller.refuse('listPrompts', { query: {} })).toMatchObject({ code: 'not-ready' });
    }
    for (const { address } of pair.processes) {
      expect((await fetch(`${address}/healthz`)).status).toBe(200);
      expect((await fetch(`${address}/readyz`)).status).toBe(503);
    }

    await server.start();
    for (const { address } of pair.processes) {
      await until(async () => (await fetch(`${address}/readyz`)).status === 200, 5_000);
    }
    const resumedAt = load.acknowledged.size;
    await until(async () => load.acknowledged.size > resumedAt + 20, 10_000);
    await load.stop();
    // Nothing but being not ready, and a save that was kept although nobody was told of it.
    for (const code of load.refused.keys()) expect(['not-ready', 'version-conflict']).toContain(code);
    await expectNothingLost(pair.callers[0], load);

    await pair.callers[0].call('saveVersion', { params: { name }, body: { content: 'y', baseVersion: 1 } });
    await promote(pair.callers[0], name, 2, 1);
    await until(async () => (await resolveStable(pair.callers[1], name)) === 2, 1_000);
  },
  60_000,
);

it('goes on in one process where the other is killed', async () => {
  const [here, there] = pair.callers;
  const name = 'survivor';
  await here.call('createPrompt', { body: { name, content: 'x' } });
  const load = await saveUnderLoad(pair.callers, writers('killed-process'));
  await delay(500);
  await promote(here, name, 1, null);
  await pair.processes[0].end('SIGKILL');
  await until(async () => (await resolveStable(there, name)) === 1, 1_000);
  const before = load.acknowledged.size;
  await until(async () => load.acknowledged.size > before + 20, 10_000);
  await load.stop();
  expect([...load.refused.keys()].filter((code) => code !== 'version-conflict')).toEqual(['gone']);
  await expectNothingLost(there, load);

  const again = await startRegistryProcess(['--port', '0', ...pair.test.args], {});
  expect(await resolveStable(createCaller(again.address, pairKey), name)).toBe(1);
  expect(await again.end('SIGTERM')).toBe(0);
}, 60_000);
