import { z } from 'zod';

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
