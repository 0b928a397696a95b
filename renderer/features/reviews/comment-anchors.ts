import type { Comment, PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { DiffSide, MarkedPassage } from '../../components/prose-diff/placed-passages.ts';
import type { InkSelection } from '../../components/prose-diff/read-selection.ts';
import {
  findQuote,
  type Passage,
  passageOfInk,
  quotePassage,
  toFinishedPassage,
  toWrittenPassage,
} from '../../format/passages.ts';
import type { ReadText } from '../../format/value-choices.ts';

export type ReadSides = Readonly<Record<DiffSide, ReadText>>;

/** The texts of a review as they are written: quotes are kept in their words, whatever values they are read with. */
function writtenTexts({ candidate, baseline }: PromotionDetails): readonly (readonly [DiffSide, string])[] {
  const to = ['to', candidate.content] as const;
  return baseline ? [to, ['from', baseline.content]] : [to];
}

/** Where comments stand in the texts as they are read now. Those whose words are in none of them are left out. */
export function anchorComments(
  review: PromotionDetails,
  comments: readonly Comment[],
  sides: ReadSides,
): MarkedPassage[] {
  return comments.flatMap(({ id, quote }) => {
    if (quote === null) return [];
    for (const [side, content] of writtenTexts(review)) {
      const written = findQuote(content, quote);
      if (!written) continue;
      const passage = toFinishedPassage(sides[side].parts, written);
      return passage.start < passage.end ? [{ id, side, ...passage }] : [];
    }
    // Another program may have quoted what it read, with the values in it.
    for (const side of ['to', 'from'] as const) {
      const passage = findQuote(sides[side].text, quote);
      if (passage) return [{ id, side, ...passage }];
    }
    return [];
  });
}

/** The words that were selected, as a quote that finds them again with other values and in other views. */
export function quoteSelection(
  review: PromotionDetails,
  sides: ReadSides,
  { side, from, to }: Pick<InkSelection, 'side' | 'from' | 'to'>,
): string {
  return quoteText(review, sides, side, passageOfInk(sides[side].text, from, to));
}

function quoteText(review: PromotionDetails, sides: ReadSides, side: DiffSide, read: Passage): string {
  const content = side === 'from' && review.baseline ? review.baseline.content : review.candidate.content;
  return quotePassage(content, toWrittenPassage(sides[side].parts, read));
}
