import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderOf, isPromptName, nameForTitle, suggestPromptName } from '#core/domain/prompt-name.ts';

describe('a prompt’s name', () => {
  it.each(['a', '7', 'support-agent', 'legal/eu/refund-policy', 'a--b', '0/0', 'a'.repeat(128)])(
    'may be %s',
    (name) => {
      expect(isPromptName(name)).toBe(true);
    },
  );

  it.each([
    '',
    '-a',
    'a-',
    '/a',
    'a/',
    'a//b',
    'a/-b',
    'A',
    'ä',
    'a b',
    'a.b',
    'a_b',
    'a\n',
    '..',
    'a'.repeat(129),
  ])('may not be %j', (name) => {
    expect(isPromptName(name)).toBe(false);
  });

  it('is checked in no time, whatever it is', () => {
    const begin = performance.now();
    for (const text of ['a-'.repeat(50_000), `${'a'.repeat(127)}-`, `${'-'.repeat(127)}!`])
      isPromptName(text);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});

it('lies in a folder, or in none', () => {
  expect(['a', 'legal/a', 'legal/eu/a'].map(folderOf)).toEqual(['', 'legal', 'legal/eu']);
});

describe('a name that is proposed for a title', () => {
  it.each([
    ['Refund policy (EU)', 'refund-policy-eu'],
    ['Legal/Größe & Maß', 'legal/grosse-mass'],
    ['  Crème  brûlée! ', 'creme-brulee'],
    ['漢字', ''],
    ['//', ''],
  ])('%j becomes %j', (title, name) => {
    expect(suggestPromptName(title)).toBe(name);
  });

  it('is valid or empty for every title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const name = suggestPromptName(title);
        expect(name === '' || isPromptName(name)).toBe(true);
      }),
    );
    const segments = fc.array(fc.constantFrom('a', '-', '/', 'B', ' ', 'x'.repeat(60)), { maxLength: 40 });
    fc.assert(
      fc.property(segments, (parts) => {
        const name = suggestPromptName(parts.join(''));
        expect(name === '' || isPromptName(name)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the name after a title', () => {
  it('has no folder, and is there for every script', () => {
    expect(nameForTitle('Input/Output')).toBe('input-output');
    expect(nameForTitle('退款')).toMatch(/^prompt-[a-z0-9]+$/);
    expect(nameForTitle(' 退款 ')).toBe(nameForTitle('退款'));
    expect(nameForTitle('退款')).not.toBe(nameForTitle('说明'));
    expect(isPromptName(nameForTitle('مرحبا'))).toBe(true);
    expect(nameForTitle('  ')).toBe('');
  });
});
