import { z } from 'zod';
import type { ChainVerdict } from '#core/contract/event-shapes.ts';
import type { Person, RegistryEvent } from '#core/contract/shapes.ts';
import type { Database } from '../db/database.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import { type EventFilter, findHead, listActors, listEvents } from './repository.ts';
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
      const times = { since: toLogTime(filter.since), until: toLogTime(filter.until) };
      const events = await listEvents(read, { ...filter, ...times, from, limit: filter.limit + 1 });
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

    listActors: async (): Promise<Person[]> =>
      (await listActors(read)).toSorted((one, other) => one.name.localeCompare(other.name, 'en')),

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

/** The log's times are all in UTC with milliseconds, so that they compare as texts. */
function toLogTime(time: string | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}

export type EventsService = ReturnType<typeof createEventsService>;
