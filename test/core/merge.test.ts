import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonText } from '#core/domain/merge/common-text.ts';
import { type MergePart, mergeTexts, sideOf } from '#core/domain/merge/merge-texts.ts';
import { mergeVariables } from '#core/domain/merge/merge-variables.ts';
import { splitIntoSentences } from '#core/domain/merge/split-into-sentences.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { inventPromptRevisions, readPromptRevisions } from '../support/prompt-revisions.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const sentence = fc.constantFrom(
  'Be kind. ',
  'Be brief! ',
  'Hello {{ name }}? ',
  '漢字。',
  'constructor ',
  '__proto__\n',
  '\n',
  'No end',
);
const text = fc.array(sentence, { maxLength: 20 }).map((sentences) => sentences.join(''));

const isMerged = (parts: readonly MergePart[]) => parts.every(({ kind }) => kind !== 'conflict');
const result = (parts: readonly MergePart[]) =>
  parts.map((part) => (part.kind === 'conflict' ? '' : part.text)).join('');
const exchange = (parts: readonly MergePart[]): MergePart[] =>
  parts.map((part) => {
    if (part.kind === 'conflict') return { ...part, mine: part.theirs, theirs: part.mine };
    if (part.kind === 'mine') return { ...part, kind: 'theirs' };
    return part.kind === 'theirs' ? { ...part, kind: 'mine' } : part;
  });

const countOf = (texts: readonly string[], one: string) => texts.filter((text) => text === one).length;

describe('sentences', () => {
  it('are the text when joined', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => splitIntoSentences(any).join('') === any));
    expect(splitIntoSentences('Is it “so?” Yes.  No\n\nNext。次')).toEqual([
      'Is it “so?” ',
      'Yes.  ',
      'No\n',
      '\n',
      'Next。',
      '次',
    ]);
  });

  it('are found in no time in a text of spaces', () => {
    const before = performance.now();
    splitIntoSentences(`.${' '.repeat(200_000)}x`);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('a merge', () => {
  it('has everything that each side wrote', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const parts = mergeTexts(base, mine, theirs);
        expect(sideOf(parts, 'base')).toBe(base);
        expect(sideOf(parts, 'mine')).toBe(mine);
        expect(sideOf(parts, 'theirs')).toBe(theirs);
        expect(mergeTexts(base, theirs, mine)).toEqual(exchange(parts));
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes the side that changed something', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(result(mergeTexts(base, changed, base))).toBe(changed);
        expect(result(mergeTexts(base, base, changed))).toBe(changed);
        expect(result(mergeTexts(base, changed, changed))).toBe(changed);
      }),
    );
  });

  it('merges two words of one sentence', () => {
    const parts = mergeTexts(
      'Answer the customer in two sentences.',
      'Answer every customer in two sentences.',
      'Answer the customer in three sentences.',
    );
    expect(isMerged(parts)).toBe(true);
    expect(result(parts)).toBe('Answer every customer in three sentences.');
  });

  it('shows both wordings where both changed the same words', () => {
    const parts = mergeTexts('One. Be kind. Two.', 'One. Be brief. Two.', 'One. Be polite. Two.');
    expect(parts).toEqual([
      { kind: 'same', text: 'One. ' },
      { kind: 'conflict', base: 'Be kind. ', mine: 'Be brief. ', theirs: 'Be polite. ' },
      { kind: 'same', text: 'Two.' },
    ]);
  });

  it('does not make a wording of two changes side by side', () => {
    const parts = mergeTexts('Answer the customer.', 'Answer every customer.', 'Answer the client.');
    expect(parts).toEqual([
      {
        kind: 'conflict',
        base: 'Answer the customer.',
        mine: 'Answer every customer.',
        theirs: 'Answer the client.',
      },
    ]);
  });

  it('asks only for the sentences that both changed', () => {
    const parts = mergeTexts(
      'Be kind to all.\nAnswer in two sentences.\nSay goodbye.',
      'Always be kind to all.\nAnswer in two sentences.\nSay goodbye warmly.',
      'Be kind to all.\nAnswer in three sentences.\nSay farewell.',
    );
    expect(parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'mine', base: 'Be ', text: 'Always be ' },
      { kind: 'theirs', base: 'two', text: 'three' },
      { kind: 'conflict', base: 'Say goodbye.', mine: 'Say goodbye warmly.', theirs: 'Say farewell.' },
    ]);
  });

  it('shows both where one took out what the other changed', () => {
    const parts = mergeTexts('One. Be kind. Two.', 'One. Two.', 'One. Be polite. Two.');
    expect(parts[1]).toEqual({ kind: 'conflict', base: 'Be kind. ', mine: '', theirs: 'Be polite. ' });
  });

  it('agrees with git merge-file wherever that merges real revisions', () => {
    const folder = makeTemporaryFolder();
    const histories = readPromptRevisions() ?? inventPromptRevisions();
    let compared = 0;
    for (const { contents } of histories) {
      for (const [index, base] of contents.entries()) {
        const [mine, theirs] = [contents[index + 1], contents[index + 2]];
        if (mine === undefined || theirs === undefined || compared >= 150) break;
        // Two sides of one base: what the next revision changed at the top, and what the one after changed below.
        const half = Math.floor(base.length / 2);
        const sides = [
          mine.slice(0, half) + base.slice(half),
          base.slice(0, half) + theirs.slice(half),
        ] as const;
        const files = [sides[0], base, sides[1]].map((content, place) => {
          const file = join(folder.path, String(place));
          writeFileSync(file, content);
          return file;
        });
        const parts = mergeTexts(base, ...sides);
        expect(sideOf(parts, 'mine')).toBe(sides[0]);
        expect(sideOf(parts, 'theirs')).toBe(sides[1]);
        const merged = mergeWithGit(files);
        if (merged === null) continue;
        compared += 1;
        expect(isMerged(parts)).toBe(true);
        expect(result(parts).split('\n').sort()).toEqual(merged.split('\n').sort());
      }
    }
    folder.remove();
    expect(compared).toBeGreaterThan(10);
  }, 60_000);

  it('is bounded, whatever the texts are', () => {
    const many = (word: (index: number) => string) =>
      Array.from({ length: 20_000 }, (_, index) => word(index)).join(' ');
    const before = performance.now();
    mergeTexts(
      many((index) => `a${index % 7}`),
      many((index) => `a${index % 5}`),
      many((index) => `a${index % 3}`),
    );
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

/** `null` where git finds a conflict. */
function mergeWithGit(files: readonly string[]): string | null {
  try {
    return execFileSync('git', ['merge-file', '-p', '-q', ...files], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return null;
  }
}

describe('a merge whose base is lost', () => {
  const line = fc.constantFrom(
    'Be kind.\n',
    'Be brief!\n',
    'Hello {{ name }}?\n',
    'Say goodbye warmly.\n',
    '\n',
  );
  const lines = fc.array(line, { maxLength: 20 }).map((all) => all.join(''));

  it('is made of what is alike in both, and leaves nothing of either out', () => {
    fc.assert(
      fc.property(lines, lines, (mine, theirs) => {
        const parts = mergeTexts(commonText(mine, theirs), mine, theirs);
        const merged = parts.flatMap((part) =>
          splitIntoSentences(part.kind === 'conflict' ? part.mine + part.theirs : part.text),
        );
        for (const sentences of [splitIntoSentences(mine), splitIntoSentences(theirs)]) {
          for (const one of sentences)
            expect(countOf(merged, one)).toBeGreaterThanOrEqual(countOf(sentences, one));
        }
      }),
    );
  });

  it('keeps a sentence of either side that the other does not have', () => {
    const mine = 'Be kind.\nMine alone.\nSay goodbye.';
    const theirs = 'Be kind.\nSay goodbye.';
    expect(commonText(mine, theirs)).toBe('Be kind.\nSay goodbye.');
  });
});

describe('variables', () => {
  const locale: VariableDeclaration = { name: 'locale', type: 'text', required: true };
  const tier: VariableDeclaration = { name: 'tier', type: 'text', required: true };

  it('are merged by name', () => {
    const described = { ...locale, description: 'The language' };
    const mine = [described, tier];
    const theirs = [locale, { ...tier, name: 'plan' }];
    expect(mergeVariables([locale], mine, theirs)).toEqual({
      variables: [described, tier, { ...tier, name: 'plan' }],
      conflicts: [],
    });
    expect(mergeVariables([locale, tier], [locale], [locale, tier]).variables).toEqual([locale]);
  });

  it('are in conflict where both changed one differently', () => {
    const mine = { ...locale, required: false };
    const theirs = { ...locale, description: 'The language' };
    expect(mergeVariables([locale], [mine], [theirs])).toEqual({
      variables: [mine],
      conflicts: [{ name: 'locale', base: locale, mine, theirs }],
    });
    expect(mergeVariables([locale], [], [theirs])).toEqual({
      variables: [theirs],
      conflicts: [{ name: 'locale', base: locale, mine: null, theirs }],
    });
  });
});
