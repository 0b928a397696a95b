import { z } from 'zod';
import { hunkKinds } from '../domain/diff/hunks.ts';
import { parseVersionReference } from '../domain/version-reference.ts';
import { versionNumber } from './shapes.ts';

/** The shapes of comparisons. */

/** `stable`, `latest` or a version’s number, in a query. */
export const referenceInQuery = z
  .string()
  .max(20)
  .refine((text) => !text.startsWith('v') && parseVersionReference(text) !== null, {
    error: 'Give “stable”, “latest” or a version’s number.',
  });

const side = z.object({ version: versionNumber, contentHash: z.string() });
const lineRange = z.object({ line: z.number().int().positive(), lines: z.number().int().nonnegative() });

/** What is not `added` is the old text, what is not `removed` the new one: to the last character. */
const parts = z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }));

const hunk = z.object({
  kind: z.enum(hunkKinds),
  /** Where it begins, as a line's number from 1, and how many lines it has. */
  from: lineRange,
  to: lineRange,
  parts,
  /** Of what was moved: the lines on the other side, and what was changed on the way. */
  move: z.object({ counterpart: lineRange, edits: parts.optional() }).optional(),
});

export const versionDiff = z.object({
  prompt: z.string(),
  from: side,
  to: side,
  /** In one line, for example “2 sentences changed, 1 paragraph moved, variable `tier` removed”. */
  summary: z.string(),
  hunks: z.array(hunk),
});
export type VersionDiff = z.infer<typeof versionDiff>;
