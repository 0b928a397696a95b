import type { EventType } from '#core/contract/shapes.ts';
import { createBoundedCache } from '../bounded-cache.ts';
import type { Queries } from '../db/database.ts';
import type { EventFeed } from '../events/event-feed.ts';
import { findPosition, type Position } from './repository.ts';

const keptPrompts = 20_000;
/** The events after which a channel is somewhere else. */
const moving: ReadonlySet<string> = new Set<EventType>([
  'prompt.created',
  'version.created',
  'promotion.applied',
  'channel.rolled-back',
]);

/** Where prompts' channels are, from memory where they were asked for before. The event feed keeps it true. */
export function createPositions(read: Queries, feed: EventFeed) {
  const kept = createBoundedCache<Position>(keptPrompts);
  /** The newest read under way of each prompt; gone where the prompt moved meanwhile. */
  const reading = new Map<string, symbol>();

  feed.subscribe(({ type, prompt }) => {
    if (prompt === undefined || !moving.has(type)) return;
    // It is read again and not set from the event: what is kept may be newer than the event.
    kept.delete(prompt);
    reading.delete(prompt);
  });

  return {
    /** What memory has; `undefined` where the store has to be asked. */
    recall: (name: string): Position | undefined => kept.get(name),

    /** `null` where there is no such prompt. */
    find: async (name: string): Promise<Position | null> => {
      const known = kept.get(name);
      if (known) return known;
      const mine = Symbol(name);
      reading.set(name, mine);
      try {
        const found = await findPosition(read, name);
        // The prompt may have moved while this was read; then the next caller reads again.
        if (found && reading.get(name) === mine) kept.set(name, found);
        return found;
      } finally {
        if (reading.get(name) === mine) reading.delete(name);
      }
    },
  };
}

export type Positions = ReturnType<typeof createPositions>;
