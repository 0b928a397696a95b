import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import { type Connections, openConnections } from '#main/workspace/connections.ts';
import { createRegistryList } from '#main/workspace/registry-list.ts';
import { createScreenWatcher } from '#test/support/screen-watcher.ts';
import {
  type RegistryBehindProxy,
  startRegistryBehindProxy,
} from '#test/support/start-registry-behind-proxy.ts';
import { startTestRegistry, testAdminKey } from '#test/support/start-test-registry.ts';
import { makeKept } from '#test/support/test-ports.ts';

let registry: RegistryBehindProxy;
let kept: ReturnType<typeof makeKept>;
let events: BridgeEvent[];
let connections: Connections;

const openAll = () => {
  const emit = (event: BridgeEvent) => void events.push(event);
  return openConnections([], createRegistryList(kept), createScreenWatcher(emit), { emit, fetch });
};
const current = (id: string) => connections.list().find((connection) => connection.id === id);
const untilOnline = (id: string) => vi.waitFor(() => expect(current(id)?.status).toBe('online'), 10_000);
const appended = () =>
  events.flatMap(({ name, payload }) => (name === 'registryEventAppended' ? [payload.event] : []));

beforeEach(async () => {
  registry = await startRegistryBehindProxy();
  kept = makeKept();
  events = [];
  connections = await openAll();
});
afterEach(async () => {
  await connections.close();
  await registry.remove();
});

async function connectAs(...roles: Parameters<RegistryBehindProxy['join']>) {
  const member = await registry.join(...roles);
  const { id } = await connections.add({ name: 'Team', address: registry.outerAddress }, member.key);
  await untilOnline(id);
  return { id, member };
}

const create = (name: string) => registry.admin.call('createPrompt', { body: { name, content: 'Text.' } });

test('a registry that is added is called with its key and followed', async () => {
  const { id } = await connectAs('editor');
  expect(current(id)).toMatchObject({ name: 'Team', kind: 'remote', member: { roles: ['editor'] } });

  await create('greeting');
  await vi.waitFor(() => expect(appended().map(({ prompt }) => prompt)).toContain('greeting'));
  const { items } = await (await connections.open(id)).call('listPrompts', { query: {} });
  expect(items.map(({ name }) => name)).toEqual(['greeting']);
});

test('it is there again at the next start, and its key is in no setting', async () => {
  const { id, member } = await connectAs('viewer');
  await connections.close();
  connections = await openAll();

  await untilOnline(id);
  expect(JSON.stringify(kept.settings.store)).not.toContain(member.key);
  expect(JSON.stringify(events)).not.toContain(member.key);
});

test('events that happen while the registry is away arrive once it is back', async () => {
  const { id } = await connectAs('viewer');
  await create('before');
  await vi.waitFor(() => expect(appended().some(({ prompt }) => prompt === 'before')).toBe(true));
  await registry.restart();
  await create('after');

  await vi.waitFor(() => expect(appended().some(({ prompt }) => prompt === 'after')).toBe(true), 10_000);
  await untilOnline(id);
  const numbers = appended().map(({ seq }) => seq);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
});

test('a registry that is away is offline, and says why', async () => {
  const { id } = await connectAs('viewer');
  await registry.proxy.refuse();
  await vi.waitFor(() => expect(current(id)?.status).toBe('offline'), 10_000);
  expect(current(id)?.fault?.kind).toBe('nothing-listens');
  await registry.proxy.restore();
  connections.reconnect(id);
  await untilOnline(id);
  expect(current(id)?.fault).toBeNull();
});

test('roles that change are known at once', async () => {
  const { id, member } = await connectAs('viewer');
  await registry.admin.call('updateMember', { params: { id: member.id }, body: { roles: ['editor'] } });
  await vi.waitFor(() => expect(current(id)?.member?.roles).toEqual(['editor']), 10_000);
});

test('a key that is revoked is refused, and a new one takes its place', async () => {
  const { id, member } = await connectAs('viewer');
  await registry.admin.call('revokeKey', { params: { id: member.keyId } });
  await vi.waitFor(() => expect(current(id)?.status).toBe('refused'), 10_000);
  expect(current(id)?.fault?.kind).toBe('key-refused');

  const { key } = await registry.join('editor');
  await connections.update(id, {}, key);
  await untilOnline(id);
  expect(current(id)?.member?.roles).toEqual(['editor']);
});

test('the same registry is not connected twice', async () => {
  const { member } = await connectAs('viewer');
  const again = connections.add({ name: 'Again', address: registry.outerAddress }, member.key);
  await expect(again).rejects.toMatchObject({ code: 'registry-connected-already' });
});

test('a registry that is removed is forgotten with its key, and can be taken back', async () => {
  const { id, member } = await connectAs('viewer');
  await connections.remove(id);
  expect(connections.list()).toEqual([]);
  expect(await kept.secrets.get(`registry-key-${id}`)).toBeNull();
  expect(events.at(-1)).toEqual({ name: 'connectionRemoved', payload: { connection: id } });
  await expect(connections.open(id)).rejects.toMatchObject({ code: 'connection-not-found' });

  await connections.restore(id);
  await untilOnline(id);
  expect(await kept.secrets.get(`registry-key-${id}`)).toBe(member.key);
});

test('a registry that is added again has the id that it had, so that its drafts are found', async () => {
  const { id, member } = await connectAs('viewer');
  await connections.remove(id);
  await connections.close();
  connections = await openAll();
  expect(connections.list()).toEqual([]);
  const again = await connections.add({ name: 'Once more', address: registry.outerAddress }, member.key);
  expect(again.id).toBe(id);
});

test('it has that id also at another address, and no other registry gets it', async () => {
  const { id, member } = await connectAs('viewer');
  await vi.waitFor(() => expect(JSON.stringify(kept.settings.store)).toContain('"origin":"'));
  await connections.remove(id);

  const another = await startTestRegistry();
  const before = kept.settings.store.registries as { origin: string }[];
  kept.settings.store.registries = before.map((entry) => ({ ...entry, address: another.address }));
  const other = await connections.add({ name: 'Another', address: another.address }, testAdminKey);
  expect(other.id).not.toBe(id);

  const moved = await connections.add({ name: 'Moved', address: registry.address }, member.key);
  expect(moved).toMatchObject({ id, address: registry.address });
  await untilOnline(id);
  await connections.remove(other.id);
  await another.remove();
});

test('an entry of the settings that makes no sense keeps no other from being opened', async () => {
  const { id } = await connectAs('viewer');
  await connections.close();
  const { registries } = kept.settings.store;
  kept.settings.store.registries = [{ id: 7 }, 'nonsense', ...(registries as unknown[])];
  connections = await openAll();
  await untilOnline(id);
  expect(connections.list()).toHaveLength(1);
});

test('a key that cannot be read any more is said to be missing', async () => {
  const { id } = await connectAs('viewer');
  await connections.close();
  await kept.secrets.remove(`registry-key-${id}`);
  connections = await openAll();
  expect(current(id)).toMatchObject({ status: 'refused', fault: { kind: 'key-missing' } });
  await expect(connections.open(id)).rejects.toMatchObject({ code: 'registry-unreachable' });
});

test('what the user may do is known at the next start, also without a network', async () => {
  const { id } = await connectAs('editor');
  await connections.close();
  await registry.proxy.refuse();
  connections = await openAll();
  await vi.waitFor(() => expect(current(id)?.status).toBe('offline'), 10_000);
  expect(current(id)?.member?.roles).toEqual(['editor']);
});
