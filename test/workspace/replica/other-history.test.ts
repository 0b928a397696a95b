import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningRegistry, startRegistry } from '#main/registry/server.ts';
import { openTestReplica, type TestReplica } from '#test/support/open-test-replica.ts';
import { createCaller, type RegistryCaller } from '#test/support/registry-caller.ts';
import { testAdminKey } from '#test/support/start-test-registry.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

let folder: ReturnType<typeof makeTemporaryFolder>;
let running: RunningRegistry;
let admin: RegistryCaller;
let team: TestReplica;

const log = { info: () => undefined, error: () => undefined };
const start = (port: number, store = 'store') =>
  startRegistry({
    store: { kind: 'sqlite', folder: join(folder.path, store) },
    host: '127.0.0.1',
    port,
    adminKey: testAdminKey,
    log,
  });

beforeEach(async () => {
  folder = makeTemporaryFolder();
  running = await start(0);
  admin = createCaller(running.address, testAdminKey);
  await admin.call('createPrompt', { body: { name: 'a', content: 'First.' } });
  team = openTestReplica({
    folder: folder.path,
    address: running.address,
    key: testAdminKey,
    budget: 1_000_000,
  });
});
afterEach(async () => {
  await team.replica.close();
  await running.close();
  folder.remove();
});

const save = (content: string, baseVersion: number) =>
  admin.call('saveVersion', { params: { name: 'a' }, body: { content, baseVersion } });
const text = async (version: number) =>
  (await team.replica.reader.call('getVersion', { params: { name: 'a', version } })).content;
const list = async () => (await team.replica.reader.call('listPrompts', { query: {} })).items;

async function goDown(meanwhile: () => void, store?: string) {
  const { port } = new URL(running.address);
  await running.close();
  meanwhile();
  running = await start(Number(port), store);
}

/** As far as the connection would bring it. */
async function follow() {
  const caught = await team.replica.begin(team.client);
  await expect.poll(() => team.replica.usage()).toMatchObject({ prompts: 1, withText: 1, isFilling: false });
  return caught.kind;
}

const backUp = () =>
  goDown(() => cpSync(join(folder.path, 'store'), join(folder.path, 'backup'), { recursive: true }));
const restoreBackup = () =>
  goDown(() => {
    rmSync(join(folder.path, 'store'), { recursive: true });
    cpSync(join(folder.path, 'backup'), join(folder.path, 'store'), { recursive: true });
  });

test('a registry that only was down goes on where it was', async () => {
  expect(await follow()).toBe('events');
  await save('Second.', 1);
  await backUp();
  expect(await follow()).toBe('events');
  expect(await text(2)).toBe('Second.');
  expect(await team.replica.begin(team.client)).toEqual({ kind: 'events', events: [] });
});

test('a registry restored from a backup is noticed, and its replica is made again', async () => {
  await follow();
  await backUp();
  await save('Lost.', 1);
  await follow();
  expect(await text(2)).toBe('Lost.');

  await restoreBackup();

  expect(await follow()).toBe('other-history');
  expect((await list())[0]).toMatchObject({ name: 'a', latest: 1 });
  await expect(text(2)).rejects.toMatchObject({ code: 'version-not-found' });
});

test('a restored registry that has gone further meanwhile is noticed by what its events say', async () => {
  await follow();
  await backUp();
  await save('Lost.', 1);
  await follow();

  await restoreBackup();
  await save('Another second.', 1);
  await save('A third.', 2);

  expect(await follow()).toBe('other-history');
  expect(await text(2)).toBe('Another second.');
  expect((await list())[0]).toMatchObject({ latest: 3 });
});

test('another registry at the same address is noticed', async () => {
  await follow();
  await goDown(() => undefined, 'another');
  await admin.call('createPrompt', { body: { name: 'b', content: 'Of another registry.' } });

  expect(await follow()).toBe('other-history');
  expect((await list()).map(({ name }) => name)).toEqual(['b']);
});

test('an event that does not follow on what is known is refused, so that it is looked into', async () => {
  await follow();
  await save('Second.', 1);
  const { items } = await admin.call('listEvents', { query: { order: 'newest', limit: 1 } });
  const [event] = items;
  if (!event) throw new Error('There is no event.');
  const forged = { ...event, previousHash: 'f'.repeat(64) };
  await expect(team.replica.append(team.client, forged)).rejects.toThrow();
  expect(await team.replica.append(team.client, event)).toMatchObject({ events: [{ seq: event.seq }] });
});
