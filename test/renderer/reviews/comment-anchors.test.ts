import { describe, expect, it } from 'vitest';
import type { Comment, PromotionDetails } from '#core/contract/promotion-shapes.ts';
import { compareTexts } from '#renderer/components/prose-diff/compare-texts.ts';
import { placePassages, sideText } from '#renderer/components/prose-diff/placed-passages.ts';
import { anchorComments, quoteSelection } from '#renderer/features/reviews/comment-anchors.ts';
import { countInk } from '#renderer/format/passages.ts';
import { readVersion } from '#renderer/format/value-choices.ts';

const before = 'Greet {{name}}.\n\nAnswer in two days.\n\nNever promise anything.';
const after = 'Greet {{name}} kindly.\r\n\r\nNever promise anything.\r\n\r\nAnswer in {{days}} days.\r\n';
const review = {
  candidate: { content: after, variables: [] },
  baseline: { content: before, variables: [] },
} as unknown as PromotionDetails;

const comment = (id: string, quote: string | null): Comment => ({
  id,
  quote,
  member: { id: 'lena', name: 'Lena' },
  text: 'Why?',
  createdAt: '2026-03-03T14:00:00.000Z',
});

function read(values: Record<string, string> | null) {
  const sides = {
    from: readVersion({ content: before, variables: [] }, values),
    to: readVersion({ content: after, variables: [] }, values),
  };
  const { rows } = compareTexts({
    from: { text: sides.from.text, variables: [] },
    to: { text: sides.to.text, variables: [] },
  });
  const texts = { from: sides.from.text, to: sides.to.text };
  const wordsOf = (...comments: Comment[]) =>
    placePassages(rows, texts, anchorComments(review, comments, sides)).map(
      ({ id, side, place, start, end }) => {
        const row = rows[place];
        return `${id} ${side}: ${row ? sideText(row, side).slice(start, end) : ''}`;
      },
    );
  return { sides, rows, texts, wordsOf };
}

describe('a comment on a passage', () => {
  it.each([null, { name: 'Ada', days: 'three' }, { name: 'Bo', days: '3' }])(
    'stays with its words in every view (%o)',
    (values) => {
      const { wordsOf } = read(values);
      const days = values ? values.days : '{{days}}';
      expect(wordsOf(comment('a', 'kindly.'))).toEqual(['a to: kindly.']);
      expect(wordsOf(comment('b', 'in {{days}} days'))).toEqual([`b to: in ${days} days`]);
      expect(wordsOf(comment('c', 'in two days'))).toEqual(['c from: in two days']);
      expect(wordsOf(comment('d', 'not there'), comment('e', null))).toEqual([]);
    },
  );

  it('runs over paragraphs', () => {
    const { wordsOf } = read(null);
    expect(wordsOf(comment('a', 'kindly.\n\nNever promise'))).toEqual([
      'a to: kindly.',
      'a to: Never promise',
    ]);
  });

  it('quotes the words as they are written, whatever values they were read with', () => {
    const { sides, texts } = read({ name: 'Ada', days: 'three' });
    const start = texts.to.indexOf('three');
    const from = countInk(texts.to.slice(0, start));
    expect(quoteSelection(review, sides, { side: 'to', from, to: from + 5 })).toBe('{{days}}');
    const old = countInk(texts.from.slice(0, texts.from.indexOf('two')));
    expect(quoteSelection(review, sides, { side: 'from', from: old, to: old + 3 })).toBe('two');
  });
});

describe('the rows of a comparison', () => {
  it('hold all the ink of each side, so that passages can be counted', () => {
    for (const values of [null, { name: 'Ada', days: '3' }]) {
      const { rows, texts } = read(values);
      for (const side of ['from', 'to'] as const) {
        expect(rows.reduce((sum, row) => sum + countInk(sideText(row, side)), 0)).toBe(countInk(texts[side]));
      }
    }
  });
});
