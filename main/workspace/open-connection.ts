import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { ConnectionFault } from '#core/contract/connection-shapes.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';

/** One registry that the app works with. */
export interface OpenConnection {
  readonly current: Connection;
  /**
   * The client to call the registry with, also while it cannot be reached.
   *
   * @throws {AppError} `registry-unreachable` where the registry is not there and will not come
   */
  open(): Promise<RegistryClient>;
  /** Tries at once, where it would have waited; makes sure of the connection where it seems to be well. */
  reconnect(): void;
  close(): Promise<void>;
}

/**
 * Who is told what happens in the registries. This is the place for whatever keeps a copy of one: it catches up when
 * a registry has connected, says where its events go on, and takes in each of them.
 */
export interface RegistryWatcher {
  /** The registry answers, for the first time or again. Its events are followed once this has settled. */
  registryConnected(connection: Connection, client: RegistryClient): Promise<void>;
  /** The events after this one follow; `null` begins with what happens next. */
  findLastEvent(connection: string): number | null;
  /** Settles once it was taken in; where it rejects, the registry is asked anew where it stands. */
  eventAppended(connection: string, event: RegistryEvent, client: RegistryClient): Promise<void>;
}

/** What is true of a connection now, told to the screen whenever it changes. */
export interface ConnectionState {
  readonly current: Connection;
  change(part: Partial<Connection>): void;
}

export function createConnectionState(
  fixed: Omit<Connection, 'status' | 'fault'>,
  emit: (event: BridgeEvent) => void,
): ConnectionState {
  let current: Connection = { ...fixed, status: 'connecting', fault: null };
  return {
    get current() {
      return current;
    },
    change(part) {
      current = { ...current, ...part };
      emit({ name: 'connectionChanged', payload: current });
    },
  };
}

/** The status of a connection that does not work. */
export function toLostStatus({ kind }: ConnectionFault): 'offline' | 'refused' {
  return /^(key|role)-/.test(kind) ? 'refused' : 'offline';
}
