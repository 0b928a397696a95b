import type { BridgeHandlers } from '#core/contract/bridge.ts';
import type { EventFilter } from '#core/contract/event-shapes.ts';
import type { Connections } from '../workspace/connections.ts';

/** A log of a million events is walked in less, in milliseconds. */
const patienceToVerify = 10 * 60_000;

/** Reading the event log. */
export function createEventHandlers(connections: Connections): BridgeHandlers['events'] {
  return {
    list: async ({ connection, filter, cursor, limit }) => {
      const client = await connections.open(connection);
      return client.call('listEvents', { query: { ...toQuery(filter), order: 'newest', cursor, limit } });
    },
    find: async ({ connection, seq }) => {
      const client = await connections.open(connection);
      const { items } = await client.call('listEvents', { query: { after: seq - 1, limit: 1 } });
      return items.find((event) => event.seq === seq) ?? null;
    },
    listActors: async ({ connection }) => (await connections.open(connection)).call('listActors', {}),
    verify: async ({ connection }) =>
      (await connections.open(connection)).call('verifyEvents', {}, { patience: patienceToVerify }),
  };
}

function toQuery({ types, ...filter }: EventFilter) {
  return { ...filter, type: types?.join(',') };
}
