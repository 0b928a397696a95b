import { z } from 'zod';
import type { ChainVerdict } from '#core/contract/event-shapes.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { Database } from '../db/database.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import { type EventFilter, findHead, listEvents } from './repository.ts';
import { verifyChain } from './verify-chain.ts';

const position = z.number().int();

/** Reads the event log. Nothing but `appendEvent` writes to it. */
export function createEventsService({ read }: Pick<Database, 'read'>) {
  let verifying: Promise<ChainVerdict> | null = null;

  return {
    list: async (
      filter: Omit<EventFilter, 'from'> & { readonly cursor?: string | undefined },
    ): Promise<Page<RegistryEvent>> => {
      const from = decodeCursor(filter.cursor, position);
      const events = await listEvents(read, { ...filter, from, limit: filter.limit + 1 });
      return toPage(
        events,
        filter.limit,
        (event) => event,
        (last) => last.seq,
      );
    },

    /** The next events after one, in order. */
    listAfter: (seq: number, limit: number): Promise<RegistryEvent[]> =>
      listEvents(read, { after: seq, from: null, order: 'oldest', limit }),

    /** Walks the log. Whoever asks while somebody else's walk is under way gets its verdict. */
    verify: (): Promise<ChainVerdict> => {
      verifying ??= verifyChain(read).finally(() => {
        verifying = null;
      });
      return verifying;
    },

    /** The number of the newest event; 0 in an empty log. */
    findHeadSeq: async (): Promise<number> => (await findHead(read))?.seq ?? 0,
  };
}

export type EventsService = ReturnType<typeof createEventsService>;
