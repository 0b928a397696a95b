import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '#core/domain/diff/diff-texts.ts';
import { type DiffHunk, textOf } from '#core/domain/diff/hunks.ts';
import { matchItems } from '#core/domain/diff/match-items.ts';
import { summariseDiff } from '#core/domain/diff/summarise-diff.ts';
import { alikeTexts, numberedLines } from '../support/alike-texts.ts';
import { inventPromptRevisions, readPromptRevisions } from '../support/prompt-revisions.ts';

const rebuild = (hunks: readonly DiffHunk[], side: 'from' | 'to') =>
  hunks.map(({ parts }) => textOf(parts, side)).join('');

/** The same shuffle every time. */
const shuffled = (items: readonly string[]) =>
  items
    .map((item, index) => ({ item, key: (index * 7_919) % 10_007 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

describe('the hunks', () => {
  it('are both texts to the last character', () => {
    fc.assert(
      fc.property(alikeTexts, alikeTexts, (from, to) => {
        const hunks = diffTexts(from, to);
        expect(rebuild(hunks, 'from')).toBe(from);
        expect(rebuild(hunks, 'to')).toBe(to);
        let [fromLine, toLine] = [1, 1];
        for (const hunk of hunks) {
          expect([hunk.from.line, hunk.to.line]).toEqual([fromLine, toLine]);
          fromLine += hunk.from.lines;
          toLine += hunk.to.lines;
          expect(hunk.parts.every((part) => part.text.length > 0)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('mark the word that changed, not the paragraph', () => {
    const [hunk] = diffTexts('Answer in two short sentences.\n', 'Answer in three short sentences.\n');
    expect(hunk).toMatchObject({ kind: 'changed', from: { line: 1, lines: 1 }, to: { line: 1, lines: 1 } });
    expect(hunk?.parts).toEqual([
      { kind: 'same', text: 'Answer in ' },
      { kind: 'removed', text: 'two' },
      { kind: 'added', text: 'three' },
      { kind: 'same', text: ' short sentences.\n' },
    ]);
  });

  it('take neighbours that changed together as one change', () => {
    const [hunk] = diffTexts('See the quick fox run today.', 'See a slow fox run today.');
    expect(hunk?.parts.map((part) => part.text)).toEqual(['See ', 'the quick', 'a slow', ' fox run today.']);
  });

  it('keep a variable in one piece', () => {
    const [hunk] = diffTexts('Dear {{customer.name}}, hello there.', 'Dear {{customer}}, hello there.');
    expect(hunk?.parts[1]).toEqual({ kind: 'removed', text: '{{customer.name}}' });
  });

  it('do not look for words where a passage is another one', () => {
    const [hunk] = diffTexts('Refunds take thirty days to arrive.\n', 'The weather of the north is mild.\n');
    expect(hunk?.parts.map((part) => part.kind)).toEqual(['removed', 'added']);
  });

  it('tell lines that are new or gone from those that changed', () => {
    const kinds = (from: string, to: string) => diffTexts(from, to).map((hunk) => hunk.kind);
    expect(kinds('a\nb\n', 'a\nx\nb\n')).toEqual(['same', 'added', 'same']);
    expect(kinds('a\nx\nb\n', 'a\nb\n')).toEqual(['same', 'removed', 'same']);
    expect(kinds('', 'a')).toEqual(['added']);
    expect(kinds('a', 'a\n')).toEqual(['changed']);
    expect(kinds('a\n', 'a\n')).toEqual(['same']);
    expect(kinds('', '')).toEqual([]);
  });

  it('put what only one side has aside, and find the rest in order', () => {
    const from = numberedLines(2_000, (index) => `old ${'abcdefg'[index % 7]}`);
    const to = numberedLines(2_000, (index) => `new ${'hijklmn'[index % 7]}`);
    from[700] = to[1_300] = 'the one line that stayed\n';
    const hunks = diffTexts(from.join(''), to.join(''));
    expect(hunks.map((hunk) => hunk.kind)).toEqual(['changed', 'same', 'changed']);
    expect(hunks[1]).toMatchObject({ from: { line: 701, lines: 1 }, to: { line: 1_301, lines: 1 } });
  });
});

describe('matching', () => {
  const items = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 });

  it('finds as much in common as there is', () => {
    fc.assert(
      fc.property(items, items, (from, to) => {
        const partners = matchItems(Int32Array.from(from), Int32Array.from(to), { steps: 1_000_000 });
        const common = Array.from(partners).flatMap((partner, index) =>
          partner < 0 ? [] : [[index, partner] as const],
        );
        expect(common.every(([index, partner]) => from[index] === to[partner])).toBe(true);
        expect(common.map(([, partner]) => partner)).toEqual(
          [...new Set(common.map(([, partner]) => partner))].sort((a, b) => a - b),
        );
        const kept = diffArrays(from, to).flatMap(({ added, removed, count }) =>
          added || removed ? [] : [count],
        );
        expect(common.length).toBe(kept.reduce((sum, count) => sum + count, 0));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what was moved', () => {
  const [first, second, third] = [
    'The parties agree on the terms below.',
    'Either party may end this agreement at any time with thirty days of notice in writing.',
    'The law of the buyer’s country applies.',
  ];
  const join = (...paragraphs: (string | undefined)[]) => `${paragraphs.join('\n\n')}\n`;
  const moves = (hunks: readonly DiffHunk[]) => hunks.filter(({ kind }) => kind === 'moved');

  it('reads as moved on both sides, and says where the other side is', () => {
    const hunks = diffTexts(join(second, first, third), join(first, third, second));
    expect(moves(hunks)).toMatchObject([
      { from: { line: 1, lines: 1 }, to: { lines: 0 }, move: { counterpart: { line: 5, lines: 1 } } },
      { from: { lines: 0 }, to: { line: 5, lines: 1 }, move: { counterpart: { line: 1, lines: 1 } } },
    ]);
    expect(moves(hunks).every(({ move }) => move?.edits === undefined)).toBe(true);
    expect(summariseDiff(hunks, [], [])).toBe('1 paragraph moved');
  });

  it('is found where it was edited on the way, with the words that changed', () => {
    const edited = second?.replace('thirty', 'sixty');
    const hunks = diffTexts(join(second, first, third), join(first, third, edited));
    expect(moves(hunks).map(({ move }) => move?.counterpart.line)).toEqual([5, 1]);
    for (const { move } of moves(hunks)) {
      expect(move?.edits?.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual([
        'thirty',
        'sixty',
      ]);
    }
    expect(summariseDiff(hunks, [], [])).toBe('1 sentence changed, 1 paragraph moved');
  });

  it('stays together where several lines moved as one', () => {
    const block = Array.from({ length: 6 }, (_, index) => `Rule ${index}: never do the thing ${index}.`);
    const rest = Array.from({ length: 20 }, (_, index) => `Fact ${index} about the world is ${index * 3}.`);
    const hunks = diffTexts([...block, ...rest].join('\n'), [...rest, ...block].join('\n'));
    expect(moves(hunks).map(({ from, to }) => [from.lines, to.lines])).toEqual([
      [6, 0],
      [0, 6],
    ]);
  });

  it('is not seen in what stayed in its place or is short', () => {
    const of = (from: string, to: string) => moves(diffTexts(from, to)).length;
    expect(of(join(first, second), join(first, 'A new paragraph.', second?.replace('thirty', 'sixty')))).toBe(
      0,
    );
    expect(of('Yes.\nA line.\nAnother.\n', 'A line.\nAnother.\nYes.\n')).toBe(0);
    expect(of(join(first, second), join(first, second).replaceAll('\n', '\r\n'))).toBe(0);
    expect(of(join(first, second).trimEnd(), join(first, second, third))).toBe(0);
  });
});

describe('paragraphs that changed together', () => {
  it('are each compared with what they were, though a new one came before them', () => {
    const from = 'Refunds take thirty days.\n\nWe answer within two days.\n';
    const to = 'Welcome to the shop.\n\nRefunds take sixty days.\n\nWe answer within four days.\n';
    const hunks = diffTexts(from, to);
    expect(hunks.map(({ kind }) => kind)).toEqual(['added', 'changed', 'same', 'changed']);
    expect(hunks.flatMap(({ parts }) => parts).filter(({ kind }) => kind === 'removed')).toEqual([
      { kind: 'removed', text: 'thirty' },
      { kind: 'removed', text: 'two' },
    ]);
  });

  it('stand together where one was split in two', () => {
    const hunks = diffTexts(
      'Be kind to all. Answer in short sentences.\n',
      'Be kind to all.\nAnswer in short sentences.\n',
    );
    expect(hunks).toMatchObject([{ kind: 'changed', from: { lines: 1 }, to: { lines: 2 } }]);
    expect(summariseDiff(hunks, [], [])).toBe('only spaces and line breaks changed');
  });
});

describe('words of other scripts', () => {
  const changes = (from: string, to: string) =>
    diffTexts(from, to).flatMap(({ parts }) =>
      parts.filter(({ kind }) => kind !== 'same').map(({ text }) => text),
    );

  it.each([
    ['Chinese', '请用中文回答客户的问题。', '请用英文回答客户的问题。', ['中文', '英文']],
    [
      'Japanese',
      '丁寧な言葉で質問に答えてください。',
      '丁寧な言葉で電話に答えてください。',
      ['質問', '電話'],
    ],
    ['Thai', 'กรุณาตอบคำถามของลูกค้า', 'กรุณาตอบอีเมลของลูกค้า', ['คำถาม', 'อีเมล']],
    ['Arabic', 'أجب عن سؤال العميل', 'أجب عن طلب العميل', ['سؤال', 'طلب']],
    ['emoji', 'Well done 👩‍👩‍👧 all of you', 'Well done 👩‍👧‍👧 all of you', ['👩‍👩‍👧', '👩‍👧‍👧']],
  ])('are marked as words: %s', (_, from, to, expected) => {
    expect(changes(from, to)).toEqual(expected);
  });
});

describe('real prompts', () => {
  const histories = readPromptRevisions() ?? inventPromptRevisions();
  const pairs = histories.flatMap(({ contents }) =>
    contents.slice(1).map((to, index) => [contents[index] ?? '', to] as const),
  );

  it('are rebuilt to the last character from the hunks, from every version to the next', () => {
    expect(pairs.length).toBeGreaterThan(50);
    for (const [from, to] of pairs) {
      const hunks = diffTexts(from, to);
      expect(rebuild(hunks, 'from')).toBe(from);
      expect(rebuild(hunks, 'to')).toBe(to);
      expect(summariseDiff(hunks, [], []) === 'no change').toBe(from === to);
    }
  });
});

describe('the time it takes', () => {
  const ten = numberedLines(10_000, (index) => `Line ${index} says that rule ${index * 7} holds.`);
  const prose = Array.from({ length: 30_000 }, (_, index) => `word${(index * 31) % 977}`).join(' ');
  const changeWords = (text: string, step: number) =>
    text
      .split(' ')
      .map((word, index) => (index % step === 0 ? `${word}x` : word))
      .join(' ');
  const some = (share: number) =>
    ten.map((each, index) => (index % 100 < share ? `${each.trim()} Not.\n` : each));
  const repeated = numberedLines(10_000, (index) => (index % 3 === 0 ? '' : `rule ${index % 50}`));

  it.each([
    ['1 % of the lines changed', ten, some(1)],
    ['half of the lines changed', ten, some(50)],
    ['all lines changed', ten, some(100)],
    ['all lines shuffled', ten, shuffled(ten)],
    ['repeated lines shuffled', repeated, shuffled(repeated)],
    ['200 KB in one paragraph, some words changed', [prose], [prose.replaceAll('word31 ', 'sword ')]],
    ['200 KB in one paragraph, shuffled', [prose], [shuffled(prose.split(' ')).join(' ')]],
    ['200 KB in one paragraph, every fifth word changed', [prose], [changeWords(prose, 5)]],
    ['200 KB in one paragraph, all words changed', [prose], [changeWords(prose, 1)]],
    ['1 MiB against another', ['ab '.repeat(349_525)], ['ba '.repeat(349_525)]],
    ['a million line breaks', ['\n'.repeat(1_000_000)], ['\n'.repeat(999_000)]],
  ])('is bounded: %s', (_, from, to) => {
    const [fromText, toText] = [from.join(''), to.join('')];
    // The processor's time: a busy machine takes longer by the clock.
    const begun = process.cpuUsage();
    const hunks = diffTexts(fromText, toText);
    summariseDiff(hunks, [], []);
    const { user, system } = process.cpuUsage(begun);
    const took = (user + system) / 1_000;
    expect(rebuild(hunks, 'from')).toBe(fromText);
    expect(rebuild(hunks, 'to')).toBe(toText);
    expect(took).toBeLessThan(3_000);
  });

  it('leaves time for words: every tenth word of 200 KB in one paragraph is marked', () => {
    const parts = diffTexts(prose, changeWords(prose, 10)).flatMap((hunk) => hunk.parts);
    const removed = parts.filter(({ kind }) => kind === 'removed');
    expect(removed.length).toBeGreaterThan(2_800);
    expect(removed.every(({ text }) => text.length < 40)).toBe(true);
  });
});
