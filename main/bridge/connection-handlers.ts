import type { BridgeHandlers } from '#core/contract/bridge.ts';
import type { Connections } from '../workspace/connections.ts';

/** The registries that the app works with: which there are, and their coming and going. */
export function createConnectionHandlers(connections: Connections): BridgeHandlers['connections'] {
  return {
    list: async () => connections.list(),
    check: ({ address, key, connection }) => connections.check(address, key, connection),
    add: ({ key, ...registry }) => connections.add(registry, key),
    update: ({ connection, key, ...change }) => connections.update(connection, change, key),
    async remove({ connection }) {
      await connections.remove(connection);
      return undefined;
    },
    restore: ({ connection }) => connections.restore(connection),
    async reconnect({ connection }) {
      connections.reconnect(connection);
      return undefined;
    },
  };
}
