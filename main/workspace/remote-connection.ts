import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { ConnectionFault } from '#core/contract/connection-shapes.ts';
import { AppError } from '../app-error.ts';
import { createRegistryClient } from '../registry-client/registry-client.ts';
import { followRegistry } from './follow-registry.ts';
import { createConnectionState, type OpenConnection, type RegistryWatcher } from './open-connection.ts';
import type { KnownRegistry } from './registry-list.ts';

/** What connections with registries elsewhere need of the app. */
export interface RemotePorts {
  readonly emit: (event: BridgeEvent) => void;
  readonly fetch: typeof fetch;
}

const keyMissing: ConnectionFault = { kind: 'key-missing', subject: null };

/**
 * Connects with a registry elsewhere, and stays connected as well as the network lets it.
 *
 * @param key `null` where the one that was kept cannot be read any more
 */
export function openRemoteConnection(
  { id, name, address, member }: KnownRegistry,
  key: string | null,
  watcher: RegistryWatcher,
  { emit, fetch: send }: RemotePorts,
): OpenConnection {
  const state = createConnectionState({ id, name, kind: 'remote', address, member }, emit);
  const closing = new AbortController();
  const client = key === null ? null : createRegistryClient(address, key, { send, signal: closing.signal });
  const following = client && followRegistry(client, state, watcher, closing.signal);
  if (!client) state.change({ status: 'refused', fault: keyMissing });
  return {
    get current() {
      return state.current;
    },
    async open() {
      if (client) return client;
      throw new AppError('registry-unreachable', `The key of ${name} cannot be read any more.`, {
        members: { fault: keyMissing },
      });
    },
    reconnect: () => following?.reconnect(),
    async close() {
      closing.abort();
      await following?.ended;
    },
  };
}
