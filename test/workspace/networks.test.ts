import { once } from 'node:events';
import { createServer, setGlobalProxyFromEnv } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import { adoptSystemNetwork } from '#main/registry-client/adopt-system-network.ts';
import { createRegistryClient } from '#main/registry-client/registry-client.ts';
import { createBackoff, createPauses } from '#main/workspace/backoff.ts';
import { type Connections, openConnections } from '#main/workspace/connections.ts';
import { createRegistryList } from '#main/workspace/registry-list.ts';
import { watchForWake } from '#main/workspace/watch-for-wake.ts';
import { createScreenWatcher } from '#test/support/screen-watcher.ts';
import {
  type RegistryBehindProxy,
  startRegistryBehindProxy,
} from '#test/support/start-registry-behind-proxy.ts';
import { makeKept } from '#test/support/test-ports.ts';

let registry: RegistryBehindProxy;
let key: string;
let connections: Connections;
let events: BridgeEvent[];

beforeEach(async () => {
  registry = await startRegistryBehindProxy({ allowedHosts: ['127.0.0.1', 'prompts.test'] });
  key = (await registry.join('editor')).key;
  events = [];
  const emit = (event: BridgeEvent) => void events.push(event);
  const list = createRegistryList(makeKept());
  connections = await openConnections([], list, createScreenWatcher(emit), { emit, fetch });
});
afterEach(async () => {
  vi.useRealTimers();
  await connections.close();
  await registry.remove();
});

const client = () => createRegistryClient(registry.outerAddress, key);
const seen = () =>
  events.flatMap(({ name, payload }) => (name === 'registryEventAppended' ? [payload.event.prompt] : []));
const create = (name: string) => registry.admin.call('createPrompt', { body: { name, content: 'Text.' } });
const status = () => connections.list()[0]?.status;
const untilOnline = () => vi.waitFor(() => expect(status()).toBe('online'), 15_000);

test('a read is asked for again where the connection breaks off', async () => {
  let cuts = 0;
  const cutTwice: typeof fetch = async (...request) => {
    if (cuts++ < 2) registry.proxy.cut();
    return fetch(...request);
  };
  const flaky = createRegistryClient(registry.outerAddress, key, { send: cutTwice });
  const reading = flaky.call('getMe', {});
  registry.proxy.cut();
  await expect(reading).resolves.toMatchObject({ roles: ['editor'] });
});

test('what makes something new makes it once, however many answers are lost and whoever tries again', async () => {
  const one = client();
  const make = () => one.call('createPrompt', { body: { name: 'once', content: 'Text.' } });
  registry.proxy.loseAnswers();
  const before = registry.proxy.connections;
  await expect(make()).rejects.toMatchObject({
    code: 'registry-unreachable',
    members: { fault: { kind: 'broken-off' } },
  });
  expect(registry.proxy.connections - before).toBe(3);
  await registry.proxy.restore();
  await expect(make()).resolves.toMatchObject({ version: 1 });
  // Now that it was answered, the same is another wish.
  await expect(make()).rejects.toMatchObject({ code: 'prompt-exists' });
});

test('what replaces something is sent once', async () => {
  await create('twice');
  registry.proxy.loseAnswers();
  const before = registry.proxy.connections;
  const changing = client().call('updateDetails', { params: { name: 'twice' }, body: { title: 'New' } });
  await expect(changing).rejects.toMatchObject({ code: 'registry-unreachable' });
  expect(registry.proxy.connections - before).toBe(1);
});

test('a registry on a slow and a lossy network is worked with all the same', async () => {
  registry.proxy.delay(60);
  registry.proxy.throttle(40_000);
  await connections.add({ name: 'Team', address: registry.outerAddress }, key);
  await untilOnline();
  for (const name of ['a', 'b', 'c', 'd']) {
    await create(name);
    registry.proxy.cut();
  }
  await vi.waitFor(() => expect(seen()).toEqual(['a', 'b', 'c', 'd']), 20_000);
});

test('an answer that never comes ends in a sentence', async () => {
  const waiting = client();
  await waiting.call('getMe', {});
  registry.proxy.hold();
  await expect(waiting.call('getMe', {}, { patience: 400 })).rejects.toMatchObject({
    members: { fault: { kind: 'no-answer' } },
  });
});

test('many requests at once use few connections, and all are answered', async () => {
  const before = registry.proxy.connections;
  const one = client();
  registry.proxy.delay(5);
  const answers = await Promise.all(Array.from({ length: 100 }, () => one.call('getMe', {})));
  expect(answers).toHaveLength(100);
  // A connection is free a moment after its answer was read, so that now and then a further one is opened.
  expect(registry.proxy.connections - before).toBeLessThan(25);
});

test('pauses between attempts grow to an end, never the same for two, and a hurry ends them', async () => {
  const longest = createPauses(() => 1);
  expect(Array.from({ length: 9 }, () => longest.next())).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ]);
  longest.reset();
  expect(longest.next()).toBe(500);
  expect(createPauses(() => 0).next()).toBe(0);

  const { signal } = new AbortController();
  const backoff = createBackoff(() => 1);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const pause = backoff.pause(signal);
    backoff.hurry();
    await pause;
  }
});

test('after a sleep the connection is made sure of, and what happened meanwhile arrives', async () => {
  await connections.add({ name: 'Team', address: registry.outerAddress }, key);
  await untilOnline();
  const before = registry.proxy.connections;
  // Asleep, nothing gets through and nobody is told.
  registry.proxy.hold();
  await create('meanwhile');
  await registry.proxy.restore();
  connections.wake();
  await vi.waitFor(() => expect(seen()).toContain('meanwhile'), 15_000);
  expect(registry.proxy.connections - before).toBeLessThanOrEqual(6);
});

test('a sleep is noticed by the clock, and a busy moment is none', () => {
  vi.useFakeTimers();
  let clock = 0;
  const woken = vi.fn();
  const watch = watchForWake(woken, () => clock);
  const pass = (time: number) => {
    clock += time;
    vi.advanceTimersByTime(5_000);
  };
  pass(5_000);
  pass(20_000);
  expect(woken).not.toHaveBeenCalled();
  pass(3_600_000);
  pass(5_000);
  expect(woken).toHaveBeenCalledTimes(1);
  watch.stop();
  pass(3_600_000);
  expect(woken).toHaveBeenCalledTimes(1);
});

test('the proxy of the system is used for what is elsewhere, and never for this machine', async () => {
  const asked: string[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(String(request.url));
    const upstream = connect(Number(new URL(registry.address).port), '127.0.0.1');
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.pipe(socket).pipe(upstream);
    for (const end of [upstream, socket]) end.on('error', () => undefined);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const url = `http://127.0.0.1:${address && typeof address !== 'string' ? address.port : 0}`;
  try {
    adoptSystemNetwork({ HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: 'direct.test' });
    const distant = createRegistryClient('http://prompts.test', key);
    await expect(distant.call('getMe', {})).resolves.toMatchObject({ roles: ['editor'] });
    await expect(client().call('getMe', {})).resolves.toMatchObject({ roles: ['editor'] });
    const direct = createRegistryClient('http://direct.test', key);
    await expect(direct.call('getMe', {})).rejects.toMatchObject({ code: 'registry-unreachable' });
    expect(asked).toEqual(['prompts.test:80']);
  } finally {
    setGlobalProxyFromEnv({});
    proxy.closeAllConnections();
    proxy.close();
  }
});
