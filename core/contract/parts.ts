import { z } from 'zod';
import * as shape from './shapes.ts';

/** The parts that many endpoints of the registry API share. */

export const byName = z.strictObject({ name: shape.promptName });
export const byId = z.strictObject({ id: shape.words(64).min(1) });

/** Why something is done that many depend on; the event log keeps it. */
export const reason = shape.note.optional();
/** The same where there is no body to say it in. */
export const reasonQuery = z.strictObject({ reason }).default({});

export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1_000).optional(),
};

/** One page of a list. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
