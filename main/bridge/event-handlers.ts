import type { BridgeHandlers } from '#core/contract/bridge.ts';
import type { EventFilter } from '#core/contract/event-shapes.ts';
import { AppError } from '../app-error.ts';
import { type EventTable, openEventTable } from '../workspace/event-table.ts';
import type { ReplicatedConnections } from '../workspace/replica/replicas.ts';

/** A log of a million events is walked in less, in milliseconds. */
const patienceToVerify = 10 * 60_000;

/** Reading the event log. */
export function createEventHandlers(connections: ReplicatedConnections): BridgeHandlers['events'] {
  let table: EventTable | null = null;
  return {
    async openTable({ connection, filter }) {
      await table?.close();
      table = openEventTable(await connections.open(connection), toQuery(filter));
      return undefined;
    },
    async readTable() {
      if (!table) throw new AppError('export-not-written', 'The table was ended.');
      return table.read();
    },
    async closeTable() {
      await table?.close();
      table = null;
      return undefined;
    },
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
