import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findContentFault, maxContentBytes } from '#core/domain/content.ts';

it.each(['x', ' ', '\ufeff', '\n', '🙂', 'x'.repeat(maxContentBytes), '🙂'.repeat(maxContentBytes / 4)])(
  'takes a text of any kind',
  (text) => {
    expect(findContentFault(text)).toBeNull();
  },
);

it.each([
  ['empty', ''],
  ['U+0000', 'a\0'],
  ['half a character', 'a\udc00b'],
  ['1 MiB', 'x'.repeat(maxContentBytes + 1)],
  ['1 MiB', `x${'é'.repeat(maxContentBytes / 2)}`],
  ['1 MiB', `xx${'€'.repeat((maxContentBytes - 1) / 3)}`],
  ['1 MiB', `x${'🙂'.repeat(maxContentBytes / 4)}`],
])('names what is wrong: %s', (words, text) => {
  expect(findContentFault(text)).toContain(words);
});

it('measures in bytes of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }), (end) => {
      fc.pre(end.isWellFormed() && !end.includes('\0'));
      const room = maxContentBytes - Buffer.byteLength(end, 'utf8');
      expect(findContentFault('x'.repeat(room) + end)).toBeNull();
      expect(findContentFault(`${'x'.repeat(room + 1)}${end}`)).toContain('1 MiB');
    }),
    { numRuns: 30 },
  );
});
