import { z } from 'zod';
import { versionNumber } from '#core/contract/shapes.ts';

const text = z.string().max(500).optional();
const moment = z.iso.datetime({ offset: true }).optional();

/** What is asked of one prompt. Parameters that have no meaning here, for example `resolve`, are passed over. */
export const promptQuery = z
  .object({ version: z.coerce.number().pipe(versionNumber).optional(), label: text })
  .refine(({ version, label }) => version === undefined || label === undefined, {
    error: 'Give a version or a label, not both.',
  });
export type PromptQuery = z.infer<typeof promptQuery>;

/** What the list of prompts is narrowed to. Pages count from 1. */
export const listQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  name: text,
  tag: text,
  label: text,
  fromUpdatedAt: moment,
  toUpdatedAt: moment,
});
export type ListQuery = z.infer<typeof listQuery>;
