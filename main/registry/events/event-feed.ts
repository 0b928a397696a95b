import type { RegistryEvent } from '#core/contract/shapes.ts';

type EventListener = (event: RegistryEvent) => void;

/** Tells this process of events that are durable, in their order. What lives in memory is kept true by it. */
export interface EventFeed {
  publish(event: RegistryEvent): void;
  /** @returns a function that ends it */
  subscribe(listener: EventListener): () => void;
  /** False where this process may not have heard of the latest events: then memory is not to be trusted. */
  isCurrent(): boolean;
}

/** Makes a feed without listeners. */
export function createEventFeed(isCurrent: EventFeed['isCurrent'] = () => true): EventFeed {
  const listeners = new Set<EventListener>();
  return {
    publish: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    isCurrent,
  };
}
