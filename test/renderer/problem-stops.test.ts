import { describe, expect, it } from 'vitest';
import { findProblems } from '#core/domain/problems.ts';
import { findStop, listStops } from '#renderer/features/editor/problem-stops.ts';

const declared = [{ name: 'unused', type: 'text', required: true }] as const;
const stops = listStops(findProblems('Dear {{one}}, {{two and {{one}}.', declared, null));
const caret = (at: number) => ({ start: at, end: at });

describe('the way through the problems', () => {
  it('stops at every place in the order of the text, and at fields last', () => {
    expect(stops.map(({ problem, place }) => [problem.kind, place?.start ?? null])).toEqual([
      ['undeclared', 5],
      ['unclosed', 14],
      ['undeclared', 24],
      ['unused', null],
    ]);
  });

  it.each([
    ['the first one behind the caret', caret(0), null, 1, 0],
    ['the one behind what is selected', { start: 5, end: 12 }, null, 1, 1],
    ['a field after the last place', caret(32), null, 1, 3],
    ['the one before the caret', caret(20), null, -1, 1],
    ['the last one from the beginning back', caret(0), null, -1, 3],
    ['on from a field, to the beginning', caret(0), 3, 1, 0],
    ['back from the first one, to the end', caret(5), 0, -1, 3],
  ] as const)('goes to %s', (_what, selection, current, step, index) => {
    expect(findStop(stops, selection, current, step)).toBe(index);
  });

  it('goes nowhere without problems', () => {
    expect(findStop([], caret(0), null, 1)).toBe(-1);
  });
});
