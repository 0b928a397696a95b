import { expect, it } from 'vitest';
import { describeResults } from '#renderer/format/describe-results.ts';

const outcome = (text: string | null, passed = true) => ({
  passed,
  text,
  problem: text === null ? 'No.' : null,
});
const pair = (candidate: string, baseline: string | null, passed = true) => ({
  candidate: outcome(candidate, passed),
  baseline: baseline === null ? null : outcome(baseline),
});

it.each([
  ['There are no test inputs', []],
  ['The one test input passes; it reads the same as stable', [pair('a', 'a')]],
  ['The one test input passes; 1 reads differently from stable', [pair('a', 'b')]],
  ['All 2 pass', [pair('a', null), pair('b', null)]],
  ['1 of 2 pass; 1 reads differently from stable', [pair('a', 'a'), pair('b', 'c', false)]],
  ['All 3 pass; 2 read differently from stable', [pair('a', 'a'), pair('b', 'c'), pair('d', 'e')]],
  ['0 of 2 pass; all read differently from stable', [pair('a', 'b', false), pair('c', 'd', false)]],
  [
    '0 of 1 pass; 1 reads differently from stable',
    [{ candidate: outcome(null, false), baseline: outcome('a') }],
  ],
])('%s', (sentence, results) => {
  expect(describeResults(results, 'stable')).toBe(sentence);
});
