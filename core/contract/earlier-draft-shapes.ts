import type { Draft } from './workspace-shapes.ts';

/** A text that was a draft once, as it stands in the list. */
export interface EarlierDraft {
  readonly id: string;
  /** When it was written to the disk. */
  readonly savedAt: string;
  /** The version that it was written from. */
  readonly baseVersion: number;
  /** How many words came and went since the earlier draft before it, or since nothing. */
  readonly added: number;
  readonly removed: number;
}

/** The text of an earlier draft. */
export type EarlierText = Pick<
  Draft,
  'content' | 'variables' | 'baseVersion' | 'baseContentHash' | 'savedAt'
>;
