import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { chainVerdict } from './event-shapes.ts';
import { page, paging } from './parts.ts';
import * as shape from './shapes.ts';

const moment = z.iso.datetime({ offset: true });

/** One type of events, or several with commas between them. */
const typeList = z.string().transform((text, context): shape.EventType[] => {
  const types = shape.eventTypes.filter((type) => text.split(',').includes(type));
  if (types.length === text.split(',').length) return types;
  const message = `Give types of events, with commas between them: ${shape.eventTypes.join(', ')}.`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** The event log. */
export const eventEndpoints = {
  listEvents: {
    method: 'GET',
    path: '/events',
    access: 'viewer',
    summary: 'The event log, in order and without gaps',
    query: z.strictObject({
      after: z.coerce.number().int().nonnegative().max(2_147_483_647).default(0),
      prompt: shape.promptName.optional(),
      type: typeList.optional(),
      /** The id of the member who did it. */
      actor: shape.words(64).min(1).optional(),
      /** From this moment on. */
      since: moment.optional(),
      /** Before this moment. */
      until: moment.optional(),
      /** `newest` turns the order round, for a screen that shows what happened last. */
      order: z.enum(['oldest', 'newest']).default('oldest'),
      ...paging,
    }),
    status: 200,
    response: page(shape.registryEvent),
    alsoAs: 'text/csv',
  },
  listActors: {
    method: 'GET',
    path: '/events/actors',
    access: 'viewer',
    summary: 'Everybody who has an entry in the event log, by name',
    status: 200,
    response: z.array(shape.person),
  },
  verifyEvents: {
    method: 'GET',
    path: '/events/verify',
    access: 'viewer',
    summary: 'Walks the event log, and tells whether it is as it was written',
    status: 200,
    response: chainVerdict,
  },
} as const satisfies Record<string, Endpoint>;
