import { expect, it } from 'vitest';
import { sayMissing } from '#renderer/format/say-missing.ts';

it('tells what is missing from what does not fit', () => {
  expect(sayMissing(['a'], [])).toBe('1 value is missing');
  expect(sayMissing(['a', 'b'], ['c'])).toBe('2 values are missing');
  expect(sayMissing(['a'], ['a'])).toBe('1 value does not fit');
  expect(sayMissing(['a', 'b'], ['a', 'b'])).toBe('2 values do not fit');
  expect(sayMissing(['a', 'b', 'c'], ['b'])).toBe('3 values are missing or do not fit');
});
