import { expect, it } from 'vitest';
import { type LineState, splitHeadings } from '#renderer/format/split-headings.ts';

const headingsOf = (parts: readonly string[]) => {
  let state: LineState = 'start';
  return parts.map((part) => {
    const { pieces, end } = splitHeadings(part, state);
    expect(pieces.map(({ text }) => text).join('')).toBe(part);
    state = end;
    return pieces.filter(({ isHeading }) => isHeading).map(({ text }) => text);
  });
};

it('finds the lines that begin with a mark of a heading', () => {
  expect(headingsOf(['# One\nwords # no\n\n## Two\n#hashtag\n####### seven\n### Three'])).toEqual([
    ['# One\n', '## Two\n', '### Three'],
  ]);
});

it('goes on with a heading over the values in it, until its line ends', () => {
  expect(headingsOf(['# Hello ', 'Ana', ' and all\nwords ', '# no', '\n', '', '# Next'])).toEqual([
    ['# Hello '],
    ['Ana'],
    [' and all\n'],
    [],
    [],
    [],
    ['# Next'],
  ]);
});
