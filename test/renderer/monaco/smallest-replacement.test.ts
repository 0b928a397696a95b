import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestReplacement } from '#renderer/monaco/smallest-replacement.ts';

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
