import { z } from 'zod';
import { findContentFault } from '../domain/content.ts';
import { promotionStatuses, reviewDecisions } from '../domain/promotion.ts';
import { isPromptName } from '../domain/prompt-name.ts';
import { roles } from '../domain/roles.ts';
import { matchFields } from '../domain/search/match-prompt.ts';
import { findDeclarationFault, maxVariables, variableTypes } from '../domain/variables.ts';

/** The shapes of the registry API's requests and answers. Times are RFC 3339 in UTC with milliseconds. */

export const time = z.iso.datetime({ precision: 3 });

/** Words about a thing: anything that every store and every reader can take. */
export const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), {
      error: 'The text contains half a character or the character U+0000.',
    });

export const note = words(2_000);
export const versionNumber = z.number().int().positive().max(2_147_483_647);
/** The content hash of the version that a text was written from; `null` where it is not known. */
export const baseContentHash = z.string().max(100).nullable().default(null);

export const promptName = z.string().refine(isPromptName, {
  error:
    'Use lower-case letters, digits, “-”, and “/” for folders; begin and end every part with a letter or digit; 128 characters at most.',
});

export const content = z.string().superRefine((text, context) => {
  const fault = findContentFault(text);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

export const variableDeclaration = z
  .strictObject({
    name: z.string(),
    type: z.enum(variableTypes),
    /** True where the text has several lines: a form shows a larger field. */
    multiline: z.boolean().optional(),
    choices: z.array(words(1_000)).max(200).optional(),
    required: z.boolean(),
    default: z.union([words(100_000), z.number(), z.boolean()]).optional(),
    description: words(2_000).optional(),
    example: words(10_000).optional(),
  })
  .superRefine((variable, context) => {
    const fault = findDeclarationFault(variable);
    if (fault) context.addIssue({ code: 'custom', message: fault });
  });

export const variableDeclarations = z
  .array(variableDeclaration)
  .max(maxVariables)
  .refine((list) => new Set(list.map((variable) => variable.name)).size === list.length, {
    error: 'A variable is declared twice.',
  });

export const person = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof person>;

export const versionSummary = z.object({
  prompt: z.string(),
  version: versionNumber,
  variables: z.array(variableDeclaration),
  note: z.string(),
  author: person,
  createdAt: time,
  /** `sha256:` and the hex digest of the content's UTF-8. */
  contentHash: z.string(),
  /** The version that this one was written from; `null` for the first. */
  parent: versionNumber.nullable(),
  /** How many words came and went since the version before; older registries do not say. */
  change: z
    .object({ added: z.number().int().nonnegative(), removed: z.number().int().nonnegative() })
    .optional(),
});
export type VersionSummary = z.infer<typeof versionSummary>;

export const version = versionSummary.extend({ content: z.string() });
export type Version = z.infer<typeof version>;

export const tag = words(64).trim().min(1);
export const tags = z.array(tag).max(50);
export const title = words(200).trim().min(1);
export const description = words(2_000);
/** What a member or a key is called. */
export const label = words(200).trim().min(1);

/** Where a search was found: the field that says most about it, and a piece of it in one line. */
export const promptMatch = z.object({
  field: z.enum(matchFields),
  excerpt: z.string(),
  /** Where the searched words stand in `excerpt`, in UTF-16 units. */
  ranges: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
});

export const promptSummary = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  latest: versionNumber,
  stable: versionNumber.nullable(),
  updatedAt: time,
  pendingPromotions: z.number().int().nonnegative(),
  archived: z.boolean(),
  /** Who wrote the latest version. */
  latestBy: person.optional(),
  /** In an answer to a search: where it was found. */
  match: promptMatch.optional(),
});
export type PromptSummary = z.infer<typeof promptSummary>;

export const resolvedPrompt = z.object({
  name: z.string(),
  version: versionNumber,
  channel: z.enum(['stable', 'latest']).nullable(),
  content: z.string(),
  variables: z.array(z.string()),
  contentHash: z.string(),
});
export type ResolvedPrompt = z.infer<typeof resolvedPrompt>;

export const review = z.object({
  id: z.string(),
  member: person,
  decision: z.enum(reviewDecisions),
  comment: z.string(),
  contentHash: z.string(),
  createdAt: time,
  /** Of an open promotion: whether it is judged by this review now. */
  counts: z.boolean().optional(),
});

export const promotion = z.object({
  id: z.string(),
  prompt: z.string(),
  version: versionNumber,
  channel: z.literal('stable'),
  kind: z.enum(['promotion', 'rollback']),
  status: z.enum(promotionStatuses),
  /** The requester's note; for a rollback, its reason. */
  note: z.string(),
  requestedBy: person,
  createdAt: time,
  /** Where `stable` was when this was asked for. */
  baseStable: versionNumber.nullable(),
  reviews: z.array(review),
  /** What still has to happen before this may be applied, in words. */
  missing: z.array(z.string()),
  appliedAt: time.nullable(),
  appliedBy: person.nullable(),
});
export type Promotion = z.infer<typeof promotion>;

export const channelStates = z.object({
  latest: z.object({ version: versionNumber, since: time }),
  stable: z.object({ version: versionNumber, since: time, promotion: z.string() }).nullable(),
});

/** A stretch of time in which `stable` was one version. */
export const stableInterval = z.object({
  version: versionNumber,
  since: time,
  /** `null` while it lasts. */
  until: time.nullable(),
  promotion: promotion.pick({ id: true, kind: true, note: true, requestedBy: true, appliedBy: true }),
});
export type StableInterval = z.infer<typeof stableInterval>;

export const policy = z.strictObject({
  requiredApprovals: z.number().int().min(0).max(20),
  reviewerRoles: z.array(z.enum(roles)).min(1),
  authorMayApprove: z.boolean(),
  requirePassingTests: z.boolean(),
});

export const member = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(z.enum(roles)),
  /** False where the member was deactivated: its keys are refused. Older registries do not say. */
  active: z.boolean().optional(),
});
export type Member = z.infer<typeof member>;

export const newKey = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  /** The key itself: this answer is the only one that ever holds it. */
  secret: z.string(),
  expiresAt: time.nullable(),
});
export type NewKey = z.infer<typeof newKey>;

export const eventTypes = [
  'prompt.created',
  'prompt.updated',
  'version.created',
  'promotion.requested',
  'promotion.reviewed',
  'promotion.commented',
  'promotion.withdrawn',
  'promotion.applied',
  'channel.rolled-back',
  'policy.changed',
  'member.created',
  'member.updated',
  'key.created',
  'key.rotated',
  'key.revoked',
  'webhook.created',
  'webhook.updated',
  'webhook.deleted',
  'webhook.secret-rotated',
  'evaluation.finished',
] as const;
export type EventType = (typeof eventTypes)[number];

/** The type of an event in an answer. A newer registry may have some that are not in the list. */
export const anyEventType = z.union([z.enum(eventTypes), z.string()]);

const eventFields = z.object({
  /** Gapless, from 1. */
  seq: z.number().int().positive(),
  id: z.string(),
  type: anyEventType,
  at: time,
  actor: person.loose(),
  prompt: z.string().optional(),
  version: versionNumber.optional(),
  data: z.record(z.string(), z.unknown()),
  /** The `hash` of the event before; 64 zeros for the first. */
  previousHash: z.string(),
  /** SHA-256, in hex, of the canonical JSON (RFC 8785) of everything else here. */
  hash: z.string(),
});
/** What a newer registry adds is kept: the hash is of that, too. */
export const registryEvent = eventFields.loose();
export type RegistryEvent = z.infer<typeof eventFields>;
