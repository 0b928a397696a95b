import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeTexts } from '#core/domain/merge/merge-texts.ts';
import { mergeVariables } from '#core/domain/merge/merge-variables.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import {
  chosenVariables,
  countUndecided,
  mergedText,
  noChoices,
  type Wording,
} from '#renderer/features/merge/merge-choices.ts';

const text = fc
  .array(fc.constantFrom('Be kind. ', 'Be brief. ', 'Hello {{name}}!\n', 'Say why. '), { maxLength: 12 })
  .map((sentences) => sentences.join(''));

it('gives either text back where all of one side is chosen', () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const parts = mergeTexts(base, mine, theirs);
      for (const [side, other, expected] of [
        ['mine', 'theirs', mine],
        ['theirs', 'mine', theirs],
      ] as const) {
        const leftOut = Object.fromEntries(parts.map(({ kind }, index) => [index, kind === other]));
        const wordings: Record<number, Wording> = Object.fromEntries(parts.map((_, index) => [index, side]));
        expect(mergedText(parts, { ...noChoices, leftOut, wordings })).toBe(expected);
      }
    }),
  );
});

it('has both wordings of a place that was not decided, and counts it', () => {
  const parts = mergeTexts('Be kind.', 'Be brief.', 'Be polite.');
  expect(mergedText(parts, noChoices)).toBe('Be brief. Be polite.');
  expect(countUndecided(parts, [], noChoices)).toBe(1);
  expect(countUndecided(parts, [], { ...noChoices, wordings: { 0: 'own' } })).toBe(0);
  const own = { ...noChoices, wordings: { 0: 'own' as const }, ownTexts: { 0: 'Be short and polite.' } };
  expect(mergedText(parts, own)).toBe('Be short and polite.');
});

it('takes the variable that was chosen, or none where that side took it out', () => {
  const base: VariableDeclaration = { name: '__proto__', type: 'text', required: true };
  const changed = { ...base, required: false };
  const merged = mergeVariables([base], [], [changed]);
  expect(countUndecided([], merged.conflicts, noChoices)).toBe(1);
  const choose = (side: 'mine' | 'theirs') => ({ ...noChoices, variables: new Map([['__proto__', side]]) });
  expect(chosenVariables(merged, choose('mine'))).toEqual([]);
  expect(chosenVariables(merged, choose('theirs'))).toEqual([changed]);
  expect(chosenVariables(merged, noChoices)).toEqual([changed]);
});
