import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../support/postgres-server.ts';
import { createCaller, type RegistryCaller } from '../support/registry-caller.ts';
import { expectNothingLost, type SavingLoad, saveUnderLoad } from '../support/save-under-load.ts';
import {
  needNoReview,
  pairKey,
  promote,
  type RegistryPair,
  startRegistryPair,
} from '../support/start-registry-pair.ts';
import { startRegistryProcess } from '../support/start-registry-process.ts';
import { testSize } from '../support/test-size.ts';
import { createDatabase, runPostgres, type TestStore } from '../support/test-store.ts';

/** Faults of a server and of processes, on a PostgreSQL server of their own. */

let server: PostgresServer;
let pair: RegistryPair;
beforeAll(async () => {
  server = await startPostgresServer();
  pair = await startRegistryPair(await makeStore());
  await needNoReview(pair.callers[0]);
});
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

/** The full form asserts the figures; in every run a busy machine is no fault. */
const [atOnce, soon] = testSize({ short: [30_000, 30_000], full: [1_000, 10_000] });

async function until(isTrue: () => Promise<boolean>, within: number): Promise<void> {
  const since = performance.now();
  while (!(await isTrue())) {
    expect(performance.now() - since).toBeLessThan(within);
    await delay(10);
  }
}

/** Waits until so many more versions were acknowledged. */
const more = ({ acknowledged }: SavingLoad, count = 20) => {
  const before = acknowledged.size;
  return until(async () => acknowledged.size > before + count, soon);
};

async function resolveStable(caller: RegistryCaller, name: string): Promise<number | string> {
  const response = await caller.send('POST', `/prompts/${name}`, { body: {} }).catch(() => null);
  if (!response) return 'gone';
  const body = (await response.json()) as { version?: number; code?: string };
  return body.version ?? body.code ?? '';
}

it.each([
  ['restarted', () => server.stop()],
  ['killed', () => server.kill()],
])('loses nothing where PostgreSQL is %s under load', async (how, end) => {
  const name = `stable-while-${how}`;
  await pair.callers[0].call('createPrompt', { body: { name, content: 'x' } });
  await promote(pair.callers[0], name, 1, null);

  const load = await saveUnderLoad(pair.callers, writers(how));
  await more(load);
  for (const [index, caller] of pair.callers.entries()) {
    // Whoever has written has heard of everything before it, so that the next answer stays in memory.
    await caller.call('createPrompt', { body: { name: `heard-${how}-${index}`, content: 'x' } });
    expect(await resolveStable(caller, name)).toBe(1);
  }
  const lostAt = performance.now();
  await end();
  const before = load.acknowledged.size;
  await delay(500);
  expect(load.acknowledged.size - before).toBeLessThanOrEqual(writers(how).length);
  // What is in memory is still served; what needs the store is refused in words.
  for (const caller of pair.callers) {
    const served = await resolveStable(caller, name);
    // Memory is trusted for five seconds.
    expect(performance.now() - lostAt < 4_000 ? [1] : [1, 'not-ready']).toContain(served);
    expect(await caller.refuse('listPrompts', { query: {} })).toMatchObject({ code: 'not-ready' });
  }
  for (const { address } of pair.processes) {
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
  }

  await server.start();
  for (const { address } of pair.processes) {
    await until(async () => (await fetch(`${address}/readyz`)).status === 200, soon);
  }
  await more(load);
  await load.stop();
  // Nothing but being not ready, and a save that was kept although nobody was told of it.
  for (const code of load.refused.keys()) expect(['not-ready', 'version-conflict']).toContain(code);
  await expectNothingLost(pair.callers[0], load);

  await pair.callers[0].call('saveVersion', { params: { name }, body: { content: 'y', baseVersion: 1 } });
  await promote(pair.callers[0], name, 2, 1);
  await until(async () => (await resolveStable(pair.callers[1], name)) === 2, atOnce);
});

it('goes on in one process where the other is killed', async () => {
  const [here, there] = pair.callers;
  const name = 'survivor';
  await here.call('createPrompt', { body: { name, content: 'x' } });
  const load = await saveUnderLoad(pair.callers, writers('killed-process'));
  await more(load);
  await promote(here, name, 1, null);
  await pair.processes[0].end('SIGKILL');
  await until(async () => (await resolveStable(there, name)) === 1, atOnce);
  await more(load);
  await load.stop();
  expect([...load.refused.keys()].filter((code) => code !== 'version-conflict')).toEqual(['gone']);
  await expectNothingLost(there, load);

  const again = await startRegistryProcess(['--port', '0', ...pair.test.args], {});
  expect(await resolveStable(createCaller(again.address, pairKey), name)).toBe(1);
  expect(await again.end('SIGTERM')).toBe(0);
});
