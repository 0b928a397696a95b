import { mergeTexts } from '#core/domain/merge/merge-texts.ts';

/** A result that was written by hand. */
export interface WrittenResult {
  readonly text: string;
  /** True where it says something else than a decision that was made afterwards about the same words. */
  readonly overrules: boolean;
}

/**
 * Takes a changed decision into a result that was written by hand. What was written there stays where the decision
 * is about the same words.
 *
 * @param before what the decisions gave until now
 * @param after what they give by now
 */
export function carryOver(written: WrittenResult, before: string, after: string): WrittenResult {
  const parts = mergeTexts(before, written.text, after);
  const isOverruling = parts.some(({ kind }) => kind === 'conflict');
  const text = parts.map((part) => (part.kind === 'conflict' ? part.mine : part.text)).join('');
  return { text, overrules: written.overrules || isOverruling };
}
