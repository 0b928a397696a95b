import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '#renderer/components/prose-diff/compare-texts.ts';
import type { DiffRow } from '#renderer/components/prose-diff/diff-rows.ts';
import { cutParts } from '#renderer/components/prose-diff/display-parts.ts';
import { foldRows } from '#renderer/components/prose-diff/fold-rows.ts';

const compare = (from: string, to: string) =>
  compareTexts({ from: { text: from, variables: [] }, to: { text: to, variables: [] } });
const show = ({ kind, parts }: DiffRow) =>
  `${kind}: ${parts.map((part) => `${{ same: '', removed: '-', added: '+' }[part.kind]}${part.text}`).join('|')}`;
const clause = 'Either party may end this agreement at any time with notice in writing.';

describe('the rows of a comparison', () => {
  it('are its paragraphs, without line breaks at their ends', () => {
    const { rows, changes } = compare(
      'One.\n\nTwo is two.\nThree.\n',
      'One.\n\nTwo is too.\nThree.\n\nFour.',
    );
    expect(rows.map(show)).toEqual([
      'same: One.',
      'changed: Two is |-two|+too|.',
      'same: Three.',
      'added: +Four.',
    ]);
    expect(rows.map(({ isSpaced }) => isSpaced)).toEqual([true, false, true, false]);
    expect(changes).toEqual([1, 3]);
  });

  it('read as the same where line breaks alone changed', () => {
    const { rows, changes, summary } = compare('One.\nTwo.', 'One.\r\nTwo.\r\n');
    expect(rows.map(show)).toEqual(['same: One.', 'same: Two.']);
    expect([changes, summary]).toEqual([[], 'only spaces and line breaks changed']);
  });

  it('know where the other side of a moved paragraph is, and count it once', () => {
    const { rows, changes } = compare(`${clause}\n\nA.\n\nB.\n`, `A.\n\nB.\n\n${clause}\n`);
    expect(rows.map(({ kind, side, counterpart }) => [kind, side, counterpart])).toEqual([
      ['moved', 'from', 3],
      ['same', undefined, undefined],
      ['same', undefined, undefined],
      ['moved', 'to', 0],
    ]);
    expect(changes).toEqual([3]);
  });
});

describe('cutting a long paragraph', () => {
  const part = fc.record({
    kind: fc.constantFrom('same' as const, 'removed' as const, 'added' as const),
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  });

  it('loses nothing and leaves no piece much too long', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const pieces = cutParts(parts, 200);
        for (const kind of ['same', 'removed', 'added']) {
          const textOf = (of: typeof parts) =>
            of.map((each) => (each.kind === kind ? each.text : '')).join('');
          expect(textOf(pieces.flat())).toBe(textOf(parts));
        }
        expect(pieces.every((piece) => piece.length > 0)).toBe(true);
      }),
    );
    const long = cutParts([{ kind: 'same', text: 'One sentence. '.repeat(1_000) }], 2_000);
    expect(long.length).toBeGreaterThan(5);
    expect(long.every((piece) => (piece[0]?.text.length ?? 0) < 3_100)).toBe(true);
  });
});

describe('folding', () => {
  const rowsOf = (kinds: string) =>
    Array.from(
      kinds,
      (kind): DiffRow => ({ kind: kind === '.' ? 'same' : 'added', parts: [], isSpaced: false }),
    );
  const kept = new Set<number>();
  const fold = (kinds: string, ...unfolded: number[]) =>
    foldRows(rowsOf(kinds), new Set(unfolded), kept)
      .map((item) => (item.kind === 'fold' ? `(${item.count})` : kinds[item.place]))
      .join('');

  it.each([
    ['.....+.....', '(4).+.(4)'],
    ['+.....+', '+.(3).+'],
    ['+....+', '+....+'],
    ['.......', '.......'],
    ['+', '+'],
    ['', ''],
  ])('of %s leaves %s', (kinds, shown) => {
    expect(fold(kinds)).toBe(shown);
  });

  it('leaves out what the reader unfolded', () => {
    expect(fold('.....+.....', 0)).toBe('.....+.(4)');
    expect(fold('.....+.....', 7)).toBe('(4).+.....');
  });

  it('leaves out what somebody commented on', () => {
    kept.add(5);
    expect(fold('...........')).toBe('(4)...(4)');
    kept.clear();
  });
});
