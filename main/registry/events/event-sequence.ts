import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { Queries } from '../db/database.ts';
import type { EventFeed } from './event-feed.ts';
import { findHead, listEvents } from './repository.ts';

const batchSize = 200;

/** Hands events on to the feed of this process: each once, in their order, whichever process wrote them. */
export function createEventSequence(feed: EventFeed, read: Queries) {
  let last: number | null = null;
  let isBehind = false;

  const handOn = (event: RegistryEvent) => {
    if (last !== null && event.seq <= last) return;
    last = event.seq;
    feed.publish(event);
  };

  /** Reads what this process has not heard of yet. The first time, everything so far counts as heard of. */
  const catchUp = async (queries: Queries): Promise<void> => {
    if (last === null) {
      const head = await findHead(queries);
      last ??= head?.seq ?? 0;
    }
    let events: RegistryEvent[];
    do {
      events = await listEvents(queries, { after: last, from: null, order: 'oldest', limit: batchSize });
      for (const event of events) handOn(event);
    } while (events.length === batchSize);
    isBehind = false;
  };

  return {
    catchUp,
    /** True from a failed attempt to catch up until one succeeds. */
    isBehind: () => isBehind,
    /** Hands on an event that this process has written, after those of others that came before it. */
    publish: async (event: RegistryEvent): Promise<void> => {
      if (last === null || event.seq <= last + 1) return handOn(event);
      await catchUp(read).catch(() => {
        isBehind = true;
      });
    },
  };
}
