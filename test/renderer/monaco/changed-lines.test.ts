import { describe, expect, it } from 'vitest';
import { changedLines } from '#renderer/monaco/changed-lines.ts';

function change(startLineNumber: number, endLineNumber: number, rangeOffset: number, text: string) {
  const range = { startLineNumber, startColumn: 1, endLineNumber, endColumn: 1 };
  return { range, rangeOffset, rangeLength: 0, text };
}

describe('changedLines', () => {
  it('counts in the lines as they are after the edit', () => {
    expect(changedLines([change(9, 9, 90, 'x'), change(2, 4, 20, 'a\nb')])).toEqual([
      [2, 3],
      [8, 8],
    ]);
  });
});
