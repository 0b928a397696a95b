import type { BridgeHandlers } from '#core/contract/bridge.ts';
import type { EventFilter } from '#core/contract/event-shapes.ts';
import type { ReplicatedConnections } from '../workspace/replica/replicas.ts';

/** A log of a million events is walked in less, in milliseconds. */
const patienceToVerify = 10 * 60_000;

/** Reading the event log. */
export function createEventHandlers(connections: ReplicatedConnections): BridgeHandlers['events'] {
  return {
    list: async ({ connection, filter, cursor, limit }) => {
      const query = { ...toQuery(filter), order: 'newest', cursor, limit } as const;
      return connections.read(connection).call('listEvents', { query });
    },
    find: async ({ connection, seq }) => {
      const reader = connections.read(connection);
      const { items } = await reader.call('listEvents', { query: { after: seq - 1, limit: 1 } });
      return items.find((event) => event.seq === seq) ?? null;
    },
    listActors: async ({ connection }) => connections.read(connection).call('listActors', {}),
    verify: async ({ connection }) =>
      (await connections.open(connection)).call('verifyEvents', {}, { patience: patienceToVerify }),
  };
}

function toQuery({ types, ...filter }: EventFilter) {
  return { ...filter, type: types?.join(',') };
}
