import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestReplacement, smallestReplacements } from '#renderer/monaco/smallest-replacement.ts';

describe('smallestReplacement', () => {
  it('touches only what differs', () => {
    expect(smallestReplacement('one two three', 'one 2 three')).toEqual({ start: 4, end: 7, text: '2' });
    expect(smallestReplacement('aaa', 'aa')).toEqual({ start: 2, end: 3, text: '' });
    expect(smallestReplacement('same', 'same')).toBeNull();
  });

  it('never cuts a character in half', () => {
    expect(smallestReplacement('😀', '😁')).toEqual({ start: 0, end: 2, text: '😁' });
    expect(smallestReplacement('\u{1f600}', '\u{2f600}')).toEqual({ start: 0, end: 2, text: '\u{2f600}' });
  });

  it('turns the one text into the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '\n', '😀', '😁', 'é')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = smallestReplacement(before, after);
        const result = edit ? before.slice(0, edit.start) + edit.text + before.slice(edit.end) : before;
        expect(result).toBe(after);
        expect(edit?.text.isWellFormed() ?? true).toBe(true);
      }),
    );
  });
});

describe('smallestReplacements', () => {
  it('touches each changed line for itself where no line came or went', () => {
    expect(smallestReplacements('a x\nb\nc x', 'a yy\nb\nc yy')).toEqual([
      { start: 2, end: 3, text: 'yy' },
      { start: 8, end: 9, text: 'yy' },
    ]);
    expect(smallestReplacements('a\nb', 'a\nb\nc')).toEqual([{ start: 3, end: 3, text: '\nc' }]);
    expect(smallestReplacements('same', 'same')).toEqual([]);
  });

  it('touches each variable of a paragraph for itself where all that changes is in braces', () => {
    expect(smallestReplacements('{{a}} and {{a}}', '{{bc}} and {{bc}}')).toEqual([
      { start: 2, end: 3, text: 'bc' },
      { start: 12, end: 13, text: 'bc' },
    ]);
    expect(smallestReplacements('Ann and Ann', '{{a}} and {{a}}')).toEqual([
      { start: 0, end: 11, text: '{{a}} and {{a}}' },
    ]);
  });

  it('turns the one text into the other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n', '😀', 'é', '{{a}}', '{{', '}}'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = smallestReplacements(before, after).toReversed();
        const apply = (left: string, edit: { start: number; end: number; text: string }) =>
          left.slice(0, edit.start) + edit.text + left.slice(edit.end);
        expect(edits.reduce(apply, before)).toBe(after);
      }),
    );
  });
});
