import { z } from 'zod';
import { reason } from './parts.ts';
import * as shape from './shapes.ts';
import { type EvaluationSummary, evaluationSummary } from './test-shapes.ts';

/** The shapes of what belongs to a promotion. */

const words = (longest: number) =>
  shape.note.max(longest).refine((text) => text.trim().length > 0, { error: 'Write something.' });

export const newCommentBody = z.strictObject({
  text: words(2_000),
  /** The passage that the comment is about. */
  quote: words(2_000).optional(),
});

export const comment = z.object({
  id: z.string(),
  member: shape.person,
  text: z.string(),
  quote: z.string().nullable(),
  createdAt: shape.time,
});
export type Comment = z.infer<typeof comment>;

/** A prompt's policy; `inherited` where it is the registry's. */
export const promptPolicy = z.object({ ...shape.policy.shape, inherited: z.boolean() });
export type PromptPolicy = z.infer<typeof promptPolicy>;

/** A policy that a prompt has of its own. */
export const ownPolicy = z.object({ prompt: z.string(), title: z.string(), ...shape.policy.shape });
export type OwnPolicy = z.infer<typeof ownPolicy>;

export const policyChange = shape.policy.extend({ reason });

const standing = shape.promotion.pick({ status: true, missing: true });

/** What another policy would change for one open promotion. */
const policyEffect = shape.promotion
  .pick({ id: true, prompt: true, version: true, requestedBy: true })
  .extend({
    before: standing,
    after: standing,
    /** Whose approvals count now and would not count any more. */
    voided: z.array(shape.person),
    /** Whose approvals do not count now and would. */
    counted: z.array(shape.person),
  });
export type PolicyEffect = z.infer<typeof policyEffect>;

/** What would become of the open promotions if a policy held. */
export const policyPreview = z.object({
  /** How many open promotions it would judge. */
  open: z.number().int().nonnegative(),
  /** Those that would stand elsewhere than now, oldest first. */
  effects: z.array(policyEffect),
});
export type PolicyPreview = z.infer<typeof policyPreview>;

/** The members whom a promotion needs. */
export const deciders = z.object({
  /** Whose approval would count. */
  reviewers: z.array(shape.person),
  /** Who may then promote. */
  promoters: z.array(shape.person),
});
export type Deciders = z.infer<typeof deciders>;

/** A promotion with everything that whoever decides on it wants to see. */
export const promotionDetails = shape.promotion.extend({
  /** What would become stable. */
  candidate: shape.version,
  /** What `stable` was when this was asked for. */
  baseline: shape.version.nullable(),
  comments: z.array(comment),
  policy: promptPolicy,
  /** The last evaluation of the candidate; of an applied promotion, the last one before that. */
  evaluation: evaluationSummary.nullable(),
  /** Older registries do not say. */
  deciders: deciders.optional(),
  /** The last change of the policy since this was asked for. */
  policyChange: z
    .object({ by: shape.person, at: shape.time, reason: z.string().nullable() })
    .nullable()
    .optional(),
});
export type PromotionDetails = z.infer<typeof promotionDetails>;

/** What a promotion of a version would need, before anybody has asked for it. */
export interface PromotionOutlook {
  readonly policy: PromptPolicy;
  /** `null` where the registry is too old to say. */
  readonly deciders: Deciders | null;
  /** The last evaluation of the version. */
  readonly evaluation: EvaluationSummary | null;
}
