import { join } from 'node:path';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { ReplicaUsage } from '#core/contract/replica-shapes.ts';
import { sandboxConnectionId } from '#core/contract/sandbox-connection-id.ts';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { AppError } from '../../app-error.ts';
import type { LogPort } from '../../ports.ts';
import type { RegistryClient } from '../../registry-client/registry-client.ts';
import type { Connections } from '../connections.ts';
import type { Drafts } from '../drafts.ts';
import type { RegistryWatcher } from '../open-connection.ts';
import type { SettingsService } from '../settings-service.ts';
import type { RegistryReader } from './registry-reader.ts';
import { createReplica, type Replica } from './replica.ts';
import { deleteReplicaFilesBut } from './replica-file.ts';
import { createReplicaLink } from './replica-link.ts';
import type { Catch } from './sync-replica.ts';

const bytesPerMegabyte = 1_000_000;

/** The replicas of all connections. They watch the registries, and tell the screen what happens there. */
export interface Replicas extends RegistryWatcher {
  /** Puts the replicas in front of the connections, once these are open. */
  join(connections: Connections): ReplicatedConnections;
  usage(): ReplicaUsage[];
  /** Fetches ahead what there is room for. */
  fill(connection: string): void;
  /** Removes everything that is kept of a registry, and reads the library again. */
  clear(connection: string): Promise<void>;
  /** The registries that were set back or replaced since this was last asked. */
  takeReplaced(): string[];
  close(): Promise<void>;
}

/** Connections whose registries are read through their replicas. */
export interface ReplicatedConnections extends Connections {
  /**
   * Reads from a registry, or from its replica.
   *
   * @throws {AppError} `connection-not-found`
   */
  read(connection: string): RegistryReader;
  /**
   * A client to change a registry with, and to read what must not come from the replica.
   *
   * @throws {AppError} `connection-not-found` or `registry-unreachable`
   */
  open(connection: string): Promise<RegistryClient>;
}

export interface ReplicasOptions {
  readonly dataFolder: string;
  readonly settings: Pick<SettingsService, 'get'>;
  readonly drafts: Pick<Drafts, 'list'>;
  readonly emit: (event: BridgeEvent) => void;
  /** Hears of the app's own events. */
  readonly subscribe: (listener: (event: BridgeEvent) => void) => void;
  readonly onSetAside: (sentence: string) => void;
  readonly log: LogPort;
}

export function createReplicas(options: ReplicasOptions): Replicas {
  const { dataFolder, settings, drafts, emit, subscribe, onSetAside, log } = options;
  const replicas = new Map<string, Replica>();
  const statuses = new Map<string, Connection['status']>();
  const replaced = new Set<string>();
  const opened = Promise.withResolvers<Connections>();
  const folder = join(dataFolder, 'replicas');

  subscribe((event) => {
    if (event.name === 'connectionChanged') noteStatus(event.payload);
    if (event.name === 'settingsChanged') for (const replica of replicas.values()) replica.fill();
    if (event.name === 'connectionRemoved') void remove(event.payload.connection);
  });

  function noteStatus({ id, status }: Connection): void {
    const isBack = status === 'online' && statuses.get(id) !== 'online';
    statuses.set(id, status);
    if (isBack) find(id).fill();
  }

  function find(connection: string): Replica {
    const known = replicas.get(connection);
    if (known) return known;
    const replica = createReplica({
      path: join(folder, `${connection}.sqlite`),
      link: createReplicaLink(
        () => statuses.get(connection) === 'online',
        async () => (await opened.promise).open(connection),
      ),
      log,
      // The sandbox is on this machine: what can be read of it offline is there already.
      fill: connection === sandboxConnectionId ? null : () => describeFill(connection),
      onSetAside,
      onFull: () => emit({ name: 'replicaNotWritten', payload: { connection } }),
      onLate: () => emit({ name: 'registryReconnected', payload: { connection } }),
    });
    replicas.set(connection, replica);
    return replica;
  }

  async function describeFill(connection: string) {
    const budget = settings.get().offlineMegabytes * bytesPerMegabyte;
    const alsoWanted = await drafts.list(connection);
    return {
      budget,
      alsoWanted: alsoWanted.map(({ prompt, baseVersion }) => ({ prompt, version: baseVersion })),
    };
  }

  async function remove(connection: string): Promise<void> {
    const replica = find(connection);
    replicas.delete(connection);
    statuses.delete(connection);
    replaced.delete(connection);
    await replica.close(true);
  }

  function tell(connection: string, caught: Catch): void {
    switch (caught.kind) {
      case 'events':
        for (const event of caught.events) {
          emit({ name: 'registryEventAppended', payload: { connection, event } });
        }
        break;
      case 'much':
        emit({ name: 'registryReconnected', payload: { connection } });
        break;
      case 'other-history':
        replaced.add(connection);
        emit({ name: 'registryReplaced', payload: { connection } });
    }
  }

  return {
    join(connections) {
      opened.resolve(connections);
      const isThere = (connection: string) => connections.list().some(({ id }) => id === connection);
      deleteReplicaFilesBut(folder, isThere);
      return {
        ...connections,
        read(connection) {
          if (isThere(connection)) return find(connection).reader;
          throw new AppError('connection-not-found', 'This registry is not connected any more.');
        },
        async open(connection) {
          const client = await connections.open(connection);
          return find(connection).writer(client);
        },
      };
    },
    usage: () => [...replicas].map(([connection, replica]) => ({ connection, ...replica.usage() })),
    fill: (connection) => find(connection).fill(),
    async clear(connection) {
      const client = await (await opened.promise).open(connection);
      await find(connection).clear(client);
      emit({ name: 'registryReconnected', payload: { connection } });
    },
    takeReplaced() {
      const taken = [...replaced];
      replaced.clear();
      return taken;
    },
    async registryConnected({ id }, client) {
      tell(id, await find(id).begin(client));
    },
    findLastEvent: (id) => find(id).lastEvent(),
    async eventAppended(id, event, client) {
      tell(id, await find(id).append(client, event));
    },
    async close() {
      await Promise.all([...replicas.values()].map((replica) => replica.close()));
    },
  };
}
