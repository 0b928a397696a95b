import { z } from 'zod';
import * as shape from './shapes.ts';

/** What walking the event log has shown. */
export const chainVerdict = z.object({
  valid: z.boolean(),
  /** How many events are as they were written, from the first on. */
  count: z.number().int().nonnegative(),
  /** The hash of the last of them; 64 zeros where there is none. Whoever keeps it can prove the log up to here. */
  head: z.string(),
  /** The first event that was changed, removed or moved. */
  seq: z.number().int().positive().optional(),
  /** What is wrong with it, in words. */
  reason: z.string().optional(),
});
export type ChainVerdict = z.infer<typeof chainVerdict>;

const moment = z.iso.datetime({ precision: 3 });

/** Which events are meant: those that fit in every way that is given. */
export const eventFilter = z.strictObject({
  prompt: shape.promptName.optional(),
  types: z.array(z.enum(shape.eventTypes)).min(1).optional(),
  /** The id of the member who did it. */
  actor: z.string().min(1).max(64).optional(),
  /** From this moment on, and before that one. */
  since: moment.optional(),
  until: moment.optional(),
});
export type EventFilter = z.infer<typeof eventFilter>;

/** Some of the events that fit, newest first; older ones follow while `nextCursor` names where to go on. */
export interface EventPage {
  readonly items: shape.RegistryEvent[];
  readonly nextCursor: string | null;
}

/** A piece of the log as a table for a spreadsheet (CSV). */
export interface EventTablePart {
  readonly text: string;
  readonly isEnd: boolean;
}
