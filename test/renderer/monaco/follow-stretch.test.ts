import fc from 'fast-check';
import { expect, it } from 'vitest';
import { followStretch } from '#renderer/monaco/follow-stretch.ts';

it('finds words again that an edit before or behind them has moved', () => {
  const words = { start: 4, end: 7 };
  expect(followStretch('One two three', 'Zero One two three', words)).toEqual({ start: 9, end: 12 });
  expect(followStretch('One two three', 'two three', words)).toEqual({ start: 0, end: 3 });
  expect(followStretch('One two three', 'One two or three', words)).toEqual(words);
  expect(followStretch('One two three', 'One two three', words)).toEqual(words);
});

it('says where the words themselves were touched', () => {
  expect(followStretch('One two three', 'One 2 three', { start: 4, end: 7 })).toBeNull();
  expect(followStretch('One two three', '', { start: 4, end: 7 })).toBeNull();
});

it('only ever leads to the same words', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀') });
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), (before, after, from, length) => {
      const start = from % (before.length + 1);
      const end = Math.min(before.length, start + length);
      const found = followStretch(before, after, { start, end });
      if (found) expect(after.slice(found.start, found.end)).toBe(before.slice(start, end));
    }),
  );
});
