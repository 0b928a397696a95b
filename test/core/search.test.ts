import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '#core/domain/search/fold-text.ts';
import { makeExcerpt } from '#core/domain/search/make-excerpt.ts';
import { matchPrompt } from '#core/domain/search/match-prompt.ts';
import { findWords, longestSearch, splitSearch } from '#core/domain/search/search-words.ts';

const found = (text: string, query: string) =>
  findWords(text, splitSearch(query)).map(({ start, end }) => text.slice(start, end));

describe('finding words', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['upper and lower case', 'Refund Policy', 'REFUND', ['Refund']],
    ['accents', 'Äpfel und Öl', 'apfel OL', ['Äpfel', 'Öl']],
    ['accents that were typed apart', 'A\u0308pfel', 'äpfel', ['A\u0308pfel']],
    ['ß as ss', 'Die Straße', 'strasse', ['Straße']],
    ['ss as ß', 'STRASSE', 'straße', ['STRASSE']],
    ['half of an ß', 'Maß', 'mas', ['Maß']],
    ['Chinese', '退款政策：七天内退款', '退款', ['退款', '退款']],
    ['Japanese with its marks', 'ガイド', 'ガイ', ['ガイ']],
    ['not another Japanese letter', 'カイド', 'ガイ', []],
    ['full width', 'ＡＢＣ', 'abc', ['ＡＢＣ']],
    ['emoji', 'a 👩🏽‍⚖️ b', '⚖', ['⚖️']],
    ['signs as themselves', 'say "no" * 100 %', '"no" %', ['"no"', '%']],
    ['words that overlap, once', 'refunds', 'refund funds', ['refunds']],
  ])('takes %s', (_, text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it('marks nothing but what was searched for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        (text, query) => {
          const words = splitSearch(query);
          for (const piece of found(text, query)) {
            expect(words.some((word) => foldText(piece).includes(word))).toBe(true);
          }
        },
      ),
    );
  });

  it('finds any part of a word of a text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäöüß]{1,12}$/), fc.nat(11), fc.nat(11), (word, from, length) => {
        const part = word.slice(from, from + length + 1);
        fc.pre(part !== '');
        expect(found(`vor ${word} nach`, part).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what is searched for of a long text', () => {
  const sentence = `${'Datenschutzgrundverordnung '.repeat(3)}der Auftragsverarbeitungsvertrag ${Array.from({ length: 30 }, (_, index) => `Vertragsbestandteil${index}`).join(' ')}`;

  it('is its beginning, as much as a registry takes', () => {
    const words = splitSearch(sentence);
    expect(words.slice(0, 3)).toEqual(['datenschutzgrundverordnung', 'der', 'auftragsverarbeitungsvertrag']);
    expect(words.join(' ').length).toBeLessThanOrEqual(longestSearch);
    expect(words.length).toBeGreaterThan(5);
    expect(matchPrompt({ name: 'a', title: 'A', description: '', tags: [] }, sentence, words)).not.toBeNull();
  });

  it('is the beginning of a word without an end, whole characters alone', () => {
    const [word = '', ...others] = splitSearch(`x${'😀'.repeat(200)} more`);
    expect(others).toEqual([]);
    expect(word.length).toBe(longestSearch - 1);
    expect(word.isWellFormed()).toBe(true);
  });
});

describe('an excerpt', () => {
  const long = `${'lorem ipsum '.repeat(30)}the refund is paid ${'dolor sit '.repeat(30)}`;

  it('shows the line with most of the words, whole where it is short', () => {
    const { excerpt, ranges } = makeExcerpt('refund\n  a refund\tin seven days\r\nend', ['refund', 'days']);
    expect(excerpt).toBe('a refund in seven days');
    expect(ranges.map(({ start, end }) => excerpt.slice(start, end))).toEqual(['refund', 'days']);
  });

  it('is cut at words around the first hit', () => {
    const { excerpt, ranges } = makeExcerpt(long, ['refund']);
    expect(excerpt).toMatch(/^…[a-z]+ .*refund is paid.* [a-z]+…$/);
    expect(excerpt.length).toBeLessThan(170);
    expect(ranges.map(({ start, end }) => excerpt.slice(start, end))).toEqual(['refund']);
  });

  it('never cuts a character in two', () => {
    for (let lead = 70; lead < 90; lead += 1) {
      const { excerpt } = makeExcerpt(`${'x'.repeat(lead)}${'😀'.repeat(200)}退款${'😀'.repeat(200)}`, [
        '退款',
      ]);
      expect(excerpt.isWellFormed()).toBe(true);
    }
  });
});

describe('matching a prompt', () => {
  const prompt = { name: 'legal/refund', title: 'Refunds', description: 'Money back', tags: ['EU'] };
  it.each([
    ['refund', 'title'],
    ['legal', 'name'],
    ['eu', 'tags'],
    ['money', 'description'],
    ['seven', 'content'],
    ['refund seven', 'title'],
  ])('finds “%s” in the %s', (query, field) => {
    expect(matchPrompt(prompt, 'within seven days', splitSearch(query))?.field).toBe(field);
  });

  it('needs every word', () => {
    expect(matchPrompt(prompt, 'within seven days', splitSearch('refund eight'))).toBeNull();
  });
});
