import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readResidentMemory } from '../support/process-figures.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testSize } from '../support/test-size.ts';
import { type FaultRegistry, faultKey, startFaultRegistry } from './start-fault-registry.ts';

const rounds = testSize({ short: 2, full: 12 });
const folder = makeTemporaryFolder();
let registry: FaultRegistry;
beforeAll(async () => {
  registry = await startFaultRegistry(folder.path);
  await registry.admin.call('createPrompt', { body: { name: 'calm', content: 'Hello {{name}}' } });
});
afterAll(async () => {
  await registry.end('SIGTERM');
  folder.remove();
});

const path = '/prompts/calm/versions';
const post = (body: string | ReadableStream, headers: Record<string, string> = {}) =>
  fetch(`${registry.address}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${faultKey}`, 'content-type': 'application/json', ...headers },
    body,
    ...(typeof body === 'string' ? {} : { duplex: 'half' }),
  } as RequestInit);

/** A connection that is refused or cut off is as good an answer here as a status. */
const statusOf = async (answer: Promise<Response>) => {
  try {
    const response = await answer;
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 'cut off';
  }
};

const at = <Value>(times: number, make: () => Value): Value[] => Array.from({ length: times }, make);

function openSocket(text: string): Socket {
  const { hostname, port } = new URL(registry.address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.write(text);
  return socket;
}

it('stays within one and a half times its memory under oversized, nested, slow and flooding requests', async () => {
  const ordinary = () => registry.admin.send('GET', '/prompts/calm?_version=latest&name=A');
  for (let index = 0; index < 300; index += 1) await (await ordinary()).arrayBuffer();
  const idle = readResidentMemory(registry.process.pid ?? 0).now;
  const oversized = JSON.stringify({ content: 'x'.repeat(3 * 1024 * 1024), baseVersion: 1 });
  const nested = `{"content":${'['.repeat(200_000)}${']'.repeat(200_000)},"baseVersion":1}`;
  const statuses = new Set<number | string>();
  const slow: Socket[] = [];
  let highest = 0;
  const watch = setInterval(() => {
    highest = Math.max(highest, readResidentMemory(registry.process.pid ?? 0).now);
  }, 20);
  for (let round = 0; round < rounds; round += 1) {
    for (const body of [oversized, nested]) {
      for (const status of await Promise.all(at(12, () => statusOf(post(body))))) statuses.add(status);
    }
    slow.push(
      ...at(50, () => openSocket('POST /api/v1/prompts HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n')),
    );
    slow.push(...at(20, () => openSocket(`GET /${'x'.repeat(40_000)} HTTP/1.1\r\n`)));
    const flood = at(400, () => statusOf(ordinary()));
    for (const status of await Promise.all(flood)) statuses.add(status);
    await delay(100);
  }
  expect((await ordinary()).status).toBe(200);
  clearInterval(watch);
  for (const socket of slow) socket.destroy();
  expect([...statuses].filter((status) => ![200, 400, 413, 'cut off'].includes(status))).toEqual([]);
  expect(statuses).toContain(413);
  expect(statuses).toContain(400);
  expect(highest / idle).toBeLessThanOrEqual(1.5);
}, 120_000);

it('cuts off who takes too long over the headers, and over the body', async () => {
  const startedAt = performance.now();
  const lasted = (socket: Socket) =>
    new Promise<number>((resolve) => {
      socket.resume();
      socket.on('close', () => resolve(performance.now() - startedAt));
    });
  const begun = [
    `POST /api/v1${path} HTTP/1.1`,
    `Host: ${new URL(registry.address).host}`,
    `Authorization: Bearer ${faultKey}`,
    'Content-Type: application/json',
    'Content-Length: 100',
    '',
  ].join('\r\n');
  const [headers, body] = await Promise.all([
    lasted(openSocket(begun)),
    lasted(openSocket(`${begun}\r\n{"content":`)),
  ]);
  // Ten and thirty seconds, looked at every other second.
  expect(headers).toBeGreaterThan(9_000);
  expect(headers).toBeLessThan(20_000);
  expect(body).toBeGreaterThan(29_000);
  expect(body).toBeLessThan(45_000);
}, 120_000);
