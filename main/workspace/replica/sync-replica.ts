import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { RegistryClient } from '../../registry-client/registry-client.ts';
import { appendEvents, type Position, type ReplicaStore } from './replica-store.ts';

const pageSize = 200;
/** Whoever missed more events than this reads all prompts anew, which is sooner done. */
const manyEvents = 10_000;
const beforeTheFirst: Position = { seq: 0, hash: '0'.repeat(64) };

/** What catching up has brought. */
export type Catch =
  | { readonly kind: 'events'; readonly events: readonly RegistryEvent[] }
  /** Too much to tell one by one. */
  | { readonly kind: 'much' }
  /** The registry was restored from a backup, or another one is there now: the replica was begun anew. */
  | { readonly kind: 'other-history' };

/** The registry's events are not those that the replica was made from. */
export class OtherHistory extends Error {}

/** Keeps a replica true to its registry by the event log. Only one of its methods runs at a time. */
export function createReplicaSync(store: ReplicaStore) {
  const position = () => store.read((tables) => tables.position());
  let isBehind = false;

  /** Begins at the newest event. What there was before it is read after that, so nothing falls in between. */
  async function beginAtHead(client: RegistryClient): Promise<void> {
    const newest = await client.call('listEvents', { query: { order: 'newest', limit: 1 } });
    store.write((tables) => tables.setPosition(newest.items[0] ?? beforeTheFirst));
  }

  /**
   * Reads the events after a position. Its own event is read once more: it tells whether this is still the same log.
   *
   * @throws {OtherHistory}
   */
  async function readAfter(client: RegistryClient, known: Position): Promise<Catch> {
    const events: RegistryEvent[] = [];
    let last = known;
    for (;;) {
      const after = Math.max(0, last.seq - 1);
      const { items } = await client.call('listEvents', { query: { after, limit: pageSize } });
      const [same] = items;
      const news = last.seq === 0 ? items : items.slice(1);
      if (last.seq > 0 && same?.hash !== last.hash) throw new OtherHistory();
      checkChain(last, news);
      events.push(...news);
      isBehind = !store.write((tables) => appendEvents(tables, news));
      if (isBehind) break;
      last = news.at(-1) ?? last;
      if (items.length < pageSize) break;
      if (events.length > manyEvents) {
        await skipToHead(client);
        return { kind: 'much' };
      }
    }
    return events.length > pageSize ? { kind: 'much' } : { kind: 'events', events };
  }

  async function skipToHead(client: RegistryClient): Promise<void> {
    store.write((tables) => {
      tables.prompts.touchAll(tables.changes() + 1);
      tables.touch(undefined);
    });
    await beginAtHead(client);
  }

  return {
    /** Brings the replica up to the newest event. */
    async begin(client: RegistryClient): Promise<Catch> {
      const known = position();
      try {
        if (known) return await readAfter(client, known);
      } catch (error) {
        if (!(error instanceof OtherHistory)) throw error;
        store.clear();
        await beginAtHead(client);
        return { kind: 'other-history' };
      }
      await beginAtHead(client);
      return { kind: 'events', events: [] };
    },

    /**
     * Takes in an event of the stream: one that is known is dropped; those that are missing before it are read.
     *
     * @returns what is new
     * @throws {OtherHistory}
     */
    async append(client: RegistryClient, event: RegistryEvent): Promise<Catch> {
      const known = position();
      if (!known) {
        await skipToHead(client);
        return { kind: 'much' };
      }
      if (event.seq <= known.seq) return { kind: 'events', events: [] };
      if (event.seq > known.seq + 1) return readAfter(client, known);
      checkChain(known, [event]);
      isBehind = !store.write((tables) => appendEvents(tables, [event]));
      return { kind: 'events', events: [event] };
    },

    position,
    /** True where events are known to be missing, or none is known: what is here may be out of date. */
    isBehind: () => isBehind || position() === null,
  };
}

function checkChain(before: Position, events: readonly RegistryEvent[]): void {
  let last = before;
  for (const event of events) {
    if (event.seq !== last.seq + 1 || event.previousHash !== last.hash) throw new OtherHistory();
    last = event;
  }
}
