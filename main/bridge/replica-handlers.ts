import type { BridgeHandlers } from '#core/contract/bridge.ts';
import type { Replicas } from '../workspace/replica/replicas.ts';

/** What is kept of the registries to be read offline: how much it is, and the user's say in it. */
export function createReplicaHandlers(replicas: Replicas): BridgeHandlers['replicas'] {
  return {
    list: async () => replicas.usage(),
    async fill({ connection }) {
      replicas.fill(connection);
      return undefined;
    },
    async clear({ connection }) {
      await replicas.clear(connection);
      return undefined;
    },
    takeReplaced: async () => replicas.takeReplaced(),
  };
}
