import { afterEach, expect, it, vi } from 'vitest';
import { compareTexts, type Question } from '#renderer/components/prose-diff/compare-texts.ts';
import type { ComparisonPiece } from '#renderer/components/prose-diff/diff-worker.ts';

afterEach(() => vi.unstubAllGlobals());

/** What the worker says to a question. */
async function ask(question: Question): Promise<ComparisonPiece[]> {
  const pieces: ComparisonPiece[] = [];
  const worker = {
    onmessage: (_message: { data: Question }): void => undefined,
    postMessage: (piece: ComparisonPiece) => void pieces.push(structuredClone(piece)),
  };
  vi.stubGlobal('self', worker);
  vi.resetModules();
  await import('#renderer/components/prose-diff/diff-worker.ts');
  worker.onmessage({ data: question });
  return pieces;
}

const text = (count: number, word: string) => ({
  text: Array.from({ length: count }, (_, line) => `Line ${line} says ${line % 7 === 0 ? word : 'it'}.`).join(
    '\n',
  ),
  variables: [],
});

it.each([0, 1, 499, 500, 501, 1_000, 2_345])(
  'the pieces of a comparison of %i lines are the whole of it, and only the last one ends it',
  async (lines) => {
    const question = { from: text(lines, 'one thing'), to: text(lines, 'another') };
    const pieces = await ask(question);
    const { rows, ...rest } = compareTexts(question);
    expect(pieces.flatMap((piece) => piece.rows)).toEqual(rows);
    expect(pieces.map((piece) => piece.rest)).toEqual([...pieces.slice(1).map(() => undefined), rest]);
    for (const piece of pieces) expect(piece.rows.length).toBeLessThanOrEqual(500);
  },
);
