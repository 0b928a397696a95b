import type { Handlers } from '../http/handlers.ts';
import type { EventsService } from './service.ts';

/** The calls on the event log; its stream is a route of its own. */
export function createEventRoutes(events: EventsService) {
  return {
    listEvents: ({ query }) => events.list(query),
    listActors: () => events.listActors(),
    verifyEvents: () => events.verify(),
  } satisfies Partial<Handlers>;
}
