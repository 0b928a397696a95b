import type { EventTablePart } from '#core/contract/event-shapes.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';

/** Pieces of the answer are gathered up to this, in characters. */
const largestPart = 512 * 1024;

/** The event log on its way into a file. */
export interface EventTable {
  /**
   * @throws {Problem} what the registry answered
   * @throws {AppError} `registry-unreachable`, also where the answer breaks off
   */
  read(): Promise<EventTablePart>;
  close(): Promise<void>;
}

/** Begins to read the log as a table. Nothing is read ahead: it goes on with the next part that is asked for. */
export function openEventTable(
  client: RegistryClient,
  query: Parameters<RegistryClient['readEventTable']>[0],
): EventTable {
  const stop = new AbortController();
  const pieces = client.readEventTable(query, stop.signal)[Symbol.asyncIterator]();
  return {
    async read() {
      let text = '';
      while (text.length < largestPart) {
        const next = await pieces.next();
        if (next.done) return { text, isEnd: true };
        text += next.value;
      }
      return { text, isEnd: false };
    },
    async close() {
      stop.abort();
      // What is under way breaks off, and says so.
      await pieces.return?.().catch(() => undefined);
    },
  };
}
