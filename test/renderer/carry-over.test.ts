import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordings } from '#core/contract/merge-shapes.ts';
import { mergeTexts } from '#core/domain/merge/merge-texts.ts';
import { carryOver } from '#renderer/features/merge/carry-over.ts';
import { mergedText, noChoices } from '#renderer/features/merge/merge-choices.ts';

const line = fc.constantFrom('Be kind.\n', 'Be brief.\n', 'Hello {{name}}!\n', 'Say why.\n');
const text = fc.array(line, { maxLength: 10 }).map((lines) => lines.join(''));
const byHand = (content: string) => ({ text: content, overrules: false });

it('takes a decision into a result that was changed elsewhere, and keeps what was written by hand', () => {
  const before = 'Be kind.\nBe brief. Be polite.\nSay why.\n';
  const written = byHand('Be kind to everybody.\nBe brief. Be polite.\nSay why.\n');
  expect(carryOver(written, before, 'Be kind.\nBe polite.\nSay why.\n')).toEqual(
    byHand('Be kind to everybody.\nBe polite.\nSay why.\n'),
  );
});

it('leaves what was written by hand where the decision is about the same words, and says so', () => {
  const written = byHand('Be kind.\nBe brief and polite.\n');
  expect(carryOver(written, 'Be kind.\nBe brief. Be polite.\n', 'Be kind.\nBe polite.\n')).toEqual({
    text: 'Be kind.\nBe brief and polite.\n',
    overrules: true,
  });
});

it('never drops a line that was added by hand, whatever is decided afterwards', () => {
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.nat(),
      fc.array(fc.constantFrom(...wordings)),
      (base, mine, theirs, at, chosen) => {
        const parts = mergeTexts(base, mine, theirs);
        const before = mergedText(parts, noChoices);
        const after = mergedText(parts, { ...noChoices, wordings: { ...chosen } });
        const lines = before.split(/(?<=\n)/);
        const place = at % (lines.length + 1);
        const written = lines.toSpliced(place, 0, 'Written by hand.\n').join('');
        expect(carryOver(byHand(written), before, after).text).toContain('Written by hand.');
      },
    ),
  );
});
