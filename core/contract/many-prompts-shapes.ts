import { z } from 'zod';
import * as shape from './shapes.ts';

/** What is done to several prompts at once. Each of it can be taken back. */
export const changeOfMany = z.union([
  z.strictObject({ archived: z.boolean() }),
  z.strictObject({ addTag: shape.tag }),
  z.strictObject({ removeTag: shape.tag }),
]);
export type ChangeOfMany = z.infer<typeof changeOfMany>;

/** What became of one of several prompts. */
export type OutcomeOfMany =
  | { readonly name: string; readonly kind: 'changed'; readonly summary: shape.PromptSummary }
  /** It was so already. */
  | { readonly name: string; readonly kind: 'same' }
  | { readonly name: string; readonly kind: 'failed'; readonly code: string; readonly reason: string };
