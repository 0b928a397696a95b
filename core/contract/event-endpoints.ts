import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { chainVerdict } from './event-shapes.ts';
import { page, paging } from './parts.ts';
import * as shape from './shapes.ts';

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
      type: z.enum(shape.eventTypes).optional(),
      /** `newest` turns the order round, for a screen that shows what happened last. */
      order: z.enum(['oldest', 'newest']).default('oldest'),
      ...paging,
    }),
    status: 200,
    response: page(shape.registryEvent),
    alsoAs: 'text/csv',
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
