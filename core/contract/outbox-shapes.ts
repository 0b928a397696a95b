import { z } from 'zod';
import * as shape from './shapes.ts';
import { connectionId } from './workspace-shapes.ts';

/** The shapes of saves on their way to a registry. */

/** Why a save cannot be sent as it is, in the registry's words. It stays, and is tried again when asked to. */
export const saveObstacle = z.object({
  /** A problem's code; `version-conflict` where somebody saved in between. */
  code: z.string(),
  detail: z.string(),
  /** What was saved in between. */
  theirs: shape.versionSummary.nullable(),
});
export type SaveObstacle = z.infer<typeof saveObstacle>;

/** A save that no registry has acknowledged yet. */
export const waitingSave = z.object({
  id: z.uuid(),
  connection: connectionId,
  prompt: shape.promptName,
  content: shape.content,
  variables: shape.variableDeclarations,
  note: shape.note,
  /** The version that the first of a prompt's waiting saves was written from; each further one follows the one before. */
  baseVersion: shape.versionNumber,
  baseContentHash: shape.baseContentHash,
  savedAt: shape.time,
  /** Under which it is sent, again and again until there is an answer. */
  idempotencyKey: z.string(),
  obstacle: saveObstacle.nullable(),
});
export type WaitingSave = z.infer<typeof waitingSave>;

/** What became of a save, as far as it is known when the screen has waited long enough. */
export type SaveResult =
  | { readonly kind: 'saved'; readonly version: shape.Version }
  | { readonly kind: 'waiting'; readonly save: WaitingSave }
  | { readonly kind: 'conflict'; readonly theirs: shape.VersionSummary };
