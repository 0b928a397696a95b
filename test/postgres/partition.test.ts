import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxPolicy } from '#core/domain/promotion.ts';
import { createCaller } from '../support/registry-caller.ts';
import { promote } from '../support/start-registry-pair.ts';
import { startRegistryProcess } from '../support/start-registry-process.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { testSize } from '../support/test-size.ts';

/** What a busy machine may add to a figure, in milliseconds. */
const leeway = testSize({ short: 20_000, full: 2_000 });

let near: TestRegistry;
let far: TestRegistry;
let proxy: TcpProxy;
beforeAll(async () => {
  near = await startTestRegistry({ defaultPolicy: sandboxPolicy });
  const { store } = near;
  if (store.kind !== 'postgres') throw new Error('This is for PostgreSQL.');
  const url = new URL(store.url);
  proxy = await startTcpProxy(Number(url.port));
  url.port = String(proxy.port);
  far = await startTestRegistry({ store: { kind: 'postgres', url: url.href } });
});
afterAll(async () => {
  await far.remove();
  await proxy.close();
  await near.remove();
});

it('ends within ten seconds although the database is out of reach', async () => {
  const address = new URL(near.store.kind === 'postgres' ? near.store.url : '');
  address.port = String(proxy.port);
  const registry = await startRegistryProcess(['--port', '0', '--database', address.href]);
  // The use of this key is to be noted at the end.
  await createCaller(registry.address, testAdminKey).call('getMe', {});
  proxy.hold();
  const since = performance.now();
  await registry.end('SIGTERM');
  expect(performance.now() - since).toBeLessThan(8_000 + leeway);
  await proxy.restore();
});

/** What was cut off connects again by itself, and takes a while for it. */
async function untilReady(registry: TestRegistry): Promise<void> {
  const since = performance.now();
  while ((await fetch(`${registry.address}/readyz`)).status !== 200) {
    expect(performance.now() - since).toBeLessThan(13_000 + leeway);
    await delay(50);
  }
}

it('stops trusting its memory five seconds after it lost the database without a word', async () => {
  await untilReady(far);
  const params = { name: 'far' };
  await near.admin.call('createPrompt', { body: { ...params, content: 'old' } });
  await near.admin.call('saveVersion', { params, body: { content: 'new', baseVersion: 1 } });
  await promote(near.admin, 'far', 1, null);
  const leaving = await near.join('app');
  const resolve = () => far.as(leaving.key).send('POST', '/prompts/far', { body: {} });
  // Whoever has written has heard of everything before it, so that the next answer stays in memory.
  await far.admin.call('createPrompt', { body: { name: 'heard', content: 'x' } });
  const first = await resolve();
  expect(await first.json()).toMatchObject({ content: 'old' });

  proxy.hold();
  const since = performance.now();
  expect((await resolve()).status).toBe(200);
  await promote(near.admin, 'far', 2, 1);
  await near.admin.call('revokeKey', { params: { id: leaving.keyId } });
  while ((await resolve()).status !== 503) {
    expect(performance.now() - since).toBeLessThan(5_000 + leeway);
    await delay(50);
  }
  expect((await fetch(`${far.address}/readyz`)).status).toBe(503);

  await proxy.restore();
  const restored = performance.now();
  while ((await far.admin.send('GET', '/me')).status !== 200) {
    expect(performance.now() - restored).toBeLessThan(13_000 + leeway);
    await delay(50);
  }
  expect((await resolve()).status).toBe(401);
  expect(await far.admin.call('resolvePrompt', { params, body: {} })).toMatchObject({ content: 'new' });
});
