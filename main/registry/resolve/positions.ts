import type { EventType } from '#core/contract/shapes.ts';
import { createBoundedCache } from '../bounded-cache.ts';
import type { Queries } from '../db/database.ts';
import type { EventFeed } from '../events/event-feed.ts';
import { findPosition, type Position } from './repository.ts';

const keptPrompts = 20_000;
/** The events after which a channel is somewhere else. */
const moving: ReadonlySet<EventType> = new Set([
  'prompt.created',
  'version.created',
  'promotion.applied',
  'channel.rolled-back',
]);

/** Where prompts' channels are, from memory where they were asked for before. The event feed keeps it true. */
export function createPositions(read: Queries, feed: EventFeed) {
  const kept = createBoundedCache<Position>(keptPrompts);
  let generation = 0;

  feed.subscribe(({ type, prompt }) => {
    if (prompt === undefined || !moving.has(type)) return;
    generation += 1;
    // It is read again and not set from the event: what is kept may be newer than the event.
    kept.delete(prompt);
  });

  return {
    /** What memory has; `undefined` where the store has to be asked. */
    recall: (name: string): Position | undefined => kept.get(name),

    /** `null` where there is no such prompt. */
    find: async (name: string): Promise<Position | null> => {
      const known = kept.get(name);
      if (known) return known;
      const before = generation;
      const found = await findPosition(read, name);
      // Something may have moved while this was read; then the next caller reads again.
      if (found && before === generation) kept.set(name, found);
      return found;
    },
  };
}

export type Positions = ReturnType<typeof createPositions>;
