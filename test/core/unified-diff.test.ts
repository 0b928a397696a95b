import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '#core/domain/diff/diff-texts.ts';
import { formatUnifiedDiff } from '#core/domain/diff/format-unified-diff.ts';
import { alikeTexts, numberedLines } from '../support/alike-texts.ts';

describe('a unified diff', () => {
  const patch = (from: string, to: string) => formatUnifiedDiff(diffTexts(from, to), 'a', 'b');

  it('turns the one text into the other', () => {
    fc.assert(
      fc.property(alikeTexts, alikeTexts, (from, to) => {
        expect(applyPatch(from, patch(from, to), { autoConvertLineEndings: false })).toBe(to);
      }),
      { numRuns: 500 },
    );
  });

  it('shows three lines around each change', () => {
    const from = numberedLines(20, (index) => `line ${index + 1}`);
    const to = from.map((each, index) => ([4, 17].includes(index) ? `${each.trim()}!\n` : each));
    expect(
      patch(from.join(''), to.join(''))
        .split('\n')
        .filter((each) => each.startsWith('@@')),
    ).toEqual(['@@ -2,7 +2,7 @@', '@@ -15,6 +15,6 @@']);
    expect(patch('a\n', 'a')).toContain('\\ No newline at end of file');
    expect(patch('a\n', 'a\n')).not.toContain('@@');
  });
});
