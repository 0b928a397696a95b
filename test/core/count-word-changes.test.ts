import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countWordChanges } from '#core/domain/count-word-changes.ts';

it.each([
  ['', 'Be kind to people.', 4, 0],
  ['Be kind.', '', 0, 2],
  ['Be kind to people.', 'Be very kind to all people.', 2, 0],
  ['one two three', 'three two one', 0, 0],
  ['the {{tier}} plan', 'the {{locale}} plan', 1, 1],
  ['a a a', 'a', 0, 2],
  ['don’t', 'do', 1, 1],
  ['prefix', 'prefixes', 1, 1],
  ['客户', '客户很重要', 3, 0],
  ['Same.', 'Same!', 0, 0],
])('%j → %j: %i added, %i removed', (from, to, added, removed) => {
  expect(countWordChanges(from, to)).toEqual({ added, removed });
});

const text = fc
  .array(fc.constantFrom('be', 'kind', 'to', 'people', '{{tier}}', '\n\n', 'to.', ' ', '客'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(' '));
const wordsOf = (value: string) => countWordChanges('', value).added;

it('balances: what was there, more what came, less what went, is what is there', () => {
  fc.assert(
    fc.property(text, text, (from, to) => {
      const { added, removed } = countWordChanges(from, to);
      expect(wordsOf(from) + added - removed).toBe(wordsOf(to));
      expect(countWordChanges(to, from)).toEqual({ added: removed, removed: added });
      expect(countWordChanges(from, from)).toEqual({ added: 0, removed: 0 });
    }),
  );
});

it('is quick where a long text changed everywhere', () => {
  const long = (seed: string) => `${seed} sentence of some words. `.repeat(8_000);
  const started = performance.now();
  expect(countWordChanges(long('A'), long('Another'))).toEqual({ added: 8_000, removed: 8_000 });
  expect(performance.now() - started).toBeLessThan(2_000);
});
