import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '#core/domain/template.ts';
import { finishText, joinParts } from '#renderer/format/finished-text.ts';
import {
  countInk,
  findQuote,
  passageOfInk,
  quotePassage,
  toFinishedPassage,
  toWrittenPassage,
} from '#renderer/format/passages.ts';

const passageOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe('a quote', () => {
  it('is made of whole words, without the white space around', () => {
    const text = 'Refunds are paid\nwithin 14 days.';
    expect(quotePassage(text, passageOf(text, 'aid\nwithi'))).toBe('paid\nwithin');
    expect(quotePassage(text, passageOf(text, ' within '))).toBe('within');
  });

  it('takes in its neighbours until it occurs only once', () => {
    const text = 'We answer in two days. They answer in two days, too.';
    const second = {
      start: text.lastIndexOf('answer'),
      end: text.lastIndexOf('answer') + 'answer in'.length,
    };
    const quote = quotePassage(text, second);
    expect(quote).toBe('They answer in two');
    expect(findQuote(text, quote)).toEqual(passageOf(text, quote));
  });

  it('of a text that is all the same ends', () => {
    const text = 'ha ha ha ha';
    expect(quotePassage(text, { start: 3, end: 5 })).toBe(text);
    expect(quotePassage('word '.repeat(1_000), { start: 0, end: 4 }).length).toBeLessThanOrEqual(2_000);
  });

  it('is found where the lines break elsewhere, and not where a word is another', () => {
    const text = 'Refunds are\r\n  paid within 14 days.';
    const found = findQuote(text, 'are paid within');
    expect(found && cut(text, found)).toBe('are\r\n  paid within');
    expect(findQuote(text, 'are paid in')).toBeNull();
    expect(findQuote(text, '  ')).toBeNull();
  });

  it('is found where it was taken, whatever the text', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'ab', ' ', '\n', '{{x}}', '’'), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (pieces, one, other) => {
        const text = pieces.join('');
        const start = Math.min(one, other) % text.length;
        const end = start + 1 + (Math.max(one, other) % (text.length - start));
        fc.pre(cut(text, { start, end }).trim() !== '');
        const quote = quotePassage(text, { start, end });
        const found = findQuote(text, quote);
        expect(found).not.toBeNull();
        if (found) {
          expect(cut(text, found)).toBe(quote);
          // Only a text that repeats itself from end to end has no quote of its own for every passage.
          if (text.indexOf(quote) === text.lastIndexOf(quote)) {
            const inner = cut(text, { start, end }).trim();
            expect(quote).toContain(inner);
          }
        }
      }),
    );
  });
});

describe('ink', () => {
  it('counts what is not white space, and leads back to the passage', () => {
    const text = ' Two\n words ';
    expect(countInk(text)).toBe(8);
    expect(cut(text, passageOfInk(text, 3, 8))).toBe('words');
    expect(cut(text, passageOfInk(text, 0, 4))).toBe('Two\n w');
  });
});

describe('a passage', () => {
  const content = 'Answer in {{locale}}, \\{{never}} longer than {{ length }} words.';
  const { parts } = finishText(content, [], { locale: 'German', length: '80' });
  const finished = joinParts(parts);

  it('is carried over to the finished text and back', () => {
    for (const words of ['Answer in', 'longer than', 'words.']) {
      const written = passageOf(content, words);
      expect(cut(finished, toFinishedPassage(parts, written))).toBe(words);
      expect(toWrittenPassage(parts, passageOf(finished, words))).toEqual(written);
    }
  });

  it('has values as a whole', () => {
    const across = passageOf(finished, 'in Ger');
    expect(cut(content, toWrittenPassage(parts, across))).toBe('in {{locale}}');
    const written = passageOf(content, 'than {{ length }} words');
    expect(cut(finished, toFinishedPassage(parts, written))).toBe('than 80 words');
    expect(parseTemplate(content).variableNames).toEqual(['locale', 'length']);
  });
});
