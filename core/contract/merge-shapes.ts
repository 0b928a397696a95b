import { z } from 'zod';

/** Whose wording stands in a place that both changed; `own` is a new one. */
export const wordings = ['mine', 'theirs', 'both', 'own'] as const;

const text = z.string().max(8 * 1024 * 1024);

/** A merge that was begun and is not finished: what was decided so far, by the part's place and the variable's name. */
export const keptMerge = z.object({
  /** Names the texts that it is about. */
  subject: z.string().max(32 * 1024 * 1024),
  wordings: z.record(z.string(), z.enum(wordings)),
  ownTexts: z.record(z.string(), text),
  leftOut: z.record(z.string(), z.boolean()),
  variables: z.array(z.tuple([z.string(), z.enum(['mine', 'theirs'])])),
  /** The whole merged text as it stood. */
  result: text,
  /** Where that was written by hand: whether it says something else than a later decision. */
  written: z.object({ overrules: z.boolean() }).nullable(),
});
export type KeptMerge = z.infer<typeof keptMerge>;
