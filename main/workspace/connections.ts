import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { RegistryCheck } from '#core/contract/connection-shapes.ts';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { AppError } from '../app-error.ts';
import { createRegistryClient, type RegistryClient } from '../registry-client/registry-client.ts';
import { checkRegistry } from './check-registry.ts';
import type { OpenConnection, RegistryWatcher } from './open-connection.ts';
import type { KnownRegistry, NewRegistry, RegistryList } from './registry-list.ts';
import { openRemoteConnection, type RemotePorts } from './remote-connection.ts';

/** Over how long connections come back after a sleep, in milliseconds. */
const wakingTime = 3_000;

/** How long a registry may take to say what it is, in milliseconds. */
const originPatience = 5_000;

/** What is left out stays. */
type RegistryChange = { readonly [Field in 'name' | 'address']?: string | undefined };

/** The registries that the app works with, by id. */
export interface Connections {
  /** The sandbox first, then the others in the order in which they were added. */
  list(): Connection[];
  /**
   * The client of a connection, once it has started.
   *
   * @throws {AppError} `connection-not-found` or `registry-unreachable`
   */
  open(id: string): Promise<RegistryClient>;
  /**
   * Asks a registry that may not be connected yet.
   *
   * @param key where it is left out, the key of `connection`
   */
  check(address: string, key?: string, connection?: string): Promise<RegistryCheck>;
  /** The client of a registry that the app is not connected with. */
  visit(address: string, key: string): RegistryClient;
  /** @throws {AppError} `registry-connected-already`, `connection-not-written` */
  add(registry: NewRegistry, key: string): Promise<Connection>;
  /** @throws {AppError} `connection-not-found`, `registry-connected-already`, `connection-not-written` */
  update(id: string, change: RegistryChange, key?: string): Promise<Connection>;
  /** @throws {AppError} `connection-not-found`, `connection-not-written` */
  remove(id: string): Promise<void>;
  /** Takes back a removal of this run of the app. */
  restore(id: string): Promise<Connection>;
  /** @throws {AppError} `connection-not-found` */
  reconnect(id: string): void;
  /** Makes sure of every connection, after a sleep; not of all in the same moment. */
  wake(): void;
  close(): Promise<void>;
}

/**
 * Opens every registry that was added.
 *
 * @param builtIn those that the app opens by itself: the sandbox
 */
export async function openConnections(
  builtIn: readonly OpenConnection[],
  registries: RegistryList,
  watcher: RegistryWatcher,
  { emit, fetch: send }: RemotePorts,
): Promise<Connections> {
  const opened = new Map(builtIn.map((connection) => [connection.current.id, connection]));
  const removed = new Map<string, { readonly registry: KnownRegistry; readonly key: string | null }>();

  function openRemote(registry: KnownRegistry, key: string | null): Connection {
    const tell = (event: BridgeEvent) => {
      emit(event);
      if (event.name !== 'connectionChanged') return;
      const { status, member } = event.payload;
      if (member) registries.note(registry.id, { member });
      if (status === 'online' && key !== null) void noteOrigin(registry, key);
    };
    const connection = openRemoteConnection(registry, key, watcher, { emit: tell, fetch: send });
    opened.set(registry.id, connection);
    emit({ name: 'connectionChanged', payload: connection.current });
    return connection.current;
  }

  async function noteOrigin({ id, address }: KnownRegistry, key: string): Promise<void> {
    const origin = await readOrigin(createRegistryClient(address, key, { send }));
    if (origin !== null && opened.has(id)) registries.note(id, { origin });
  }

  function find(id: string): OpenConnection {
    const connection = opened.get(id);
    if (connection) return connection;
    throw new AppError('connection-not-found', 'This registry is not connected any more.');
  }

  function findRegistry(id: string): KnownRegistry {
    const registry = registries.list().find((other) => other.id === id);
    if (registry) return registry;
    throw new AppError('connection-not-found', 'This registry is not connected any more.');
  }

  function refuseSecond(address: string, id?: string): void {
    const same = registries.list().find((other) => other.address === address && other.id !== id);
    if (!same) return;
    const sentence = `The registry at this address is connected already, as “${same.name}”.`;
    throw new AppError('registry-connected-already', sentence);
  }

  for (const registry of registries.list()) openRemote(registry, await registries.readKey(registry.id));

  return {
    list: () => [...opened.values()].map(({ current }) => current),
    open: async (id) => find(id).open(),
    check: async (address, key, connection) =>
      checkRegistry(address, key ?? (connection ? await registries.readKey(connection) : null), send),
    visit: (address, key) => createRegistryClient(address, key, { send }),
    async add(registry, key) {
      refuseSecond(registry.address);
      const origin = await readOrigin(createRegistryClient(registry.address, key, { send }));
      return openRemote(await registries.add({ ...registry, origin }, key), key);
    },
    async update(id, change, key) {
      const before = findRegistry(id);
      const { name = before.name, address = before.address } = change;
      // Another key may be somebody else's.
      const member = key === undefined ? before.member : null;
      const registry = { ...before, name, address, member };
      refuseSecond(registry.address, id);
      await registries.change(registry, key);
      await opened.get(id)?.close();
      return openRemote(registry, key ?? (await registries.readKey(id)));
    },
    async remove(id) {
      const registry = findRegistry(id);
      removed.set(id, { registry, key: await registries.readKey(id) });
      await registries.remove(id);
      const connection = opened.get(id);
      opened.delete(id);
      await connection?.close();
      emit({ name: 'connectionRemoved', payload: { connection: id } });
    },
    async restore(id) {
      const last = removed.get(id);
      if (!last) throw new AppError('connection-not-found', 'This registry is not connected any more.');
      refuseSecond(last.registry.address);
      await registries.change(last.registry, last.key ?? undefined);
      removed.delete(id);
      return openRemote(last.registry, last.key);
    },
    reconnect: (id) => find(id).reconnect(),
    wake() {
      for (const { current } of opened.values()) {
        const again = () => opened.get(current.id)?.reconnect();
        setTimeout(again, Math.random() * wakingTime).unref();
      }
    },
    async close() {
      await Promise.all([...opened.values()].map((connection) => connection.close()));
    },
  };
}

/** The hash of a registry's first event; `null` where it does not say. */
async function readOrigin(client: RegistryClient): Promise<string | null> {
  try {
    const { items } = await client.call('listEvents', { query: { limit: 1 } }, { patience: originPatience });
    return items[0]?.hash ?? null;
  } catch {
    return null;
  }
}
