import { matchItems, unmatched } from '../diff/match-items.ts';
import { createNumbering } from '../diff/match-lines.ts';
import { splitIntoSentences } from './split-into-sentences.ts';

const steps = 10_000_000;

/**
 * The sentences that stand in both texts, in their order. As the base of a merge whose own base is lost it leaves
 * nothing out: whatever is in one text only counts as added there.
 */
export function commonText(one: string, other: string): string {
  const sentences = splitIntoSentences(one);
  const number = createNumbering();
  const places = matchItems(number(sentences), number(splitIntoSentences(other)), { steps });
  return sentences.filter((_, index) => places[index] !== unmatched).join('');
}
