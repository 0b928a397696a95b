import { describe, expect, it } from 'vitest';
import { listSpellingWords } from '#core/domain/spelling-words.ts';

const wordsOf = (source: string) => listSpellingWords(source).map(({ word }) => word);

describe('the words whose spelling is looked at', () => {
  it.each([
    ['Don’t re-open Zoë’s ticket.', ['Don’t', 're-open', 'Zoë’s', 'ticket']],
    ['Grüße an die Kundschaft', ['Grüße', 'an', 'die', 'Kundschaft']],
    ['Dear {{custmer_name}}, \\{{litteral}} stays', ['Dear', 'litteral', 'stays']],
    ['an AI, an iPhone, JSON and B2B v2x', ['an', 'an', 'and']],
    [
      'see https://exmple.com/pth, mail a.b@exmple.com or run `npm strat` now',
      ['see', 'mail', 'or', 'run', 'now'],
    ],
    ['the file main/entry.ts and snake_case_name', ['the', 'file', 'and']],
    ['a <strng attr="x"> tag', ['tag']],
  ])('%s', (source, words) => {
    expect(wordsOf(source)).toEqual(words);
  });

  it('stand where it says', () => {
    const source = 'Dear {{name}}, helo.';
    for (const { word, start, end } of listSpellingWords(source)) expect(source.slice(start, end)).toBe(word);
  });
});
