import type { DiffPart } from './diff-words.ts';

export const hunkKinds = ['same', 'changed', 'removed', 'added', 'moved'] as const;

/** Lines of one side: the number of the first, from 1, and how many there are. */
export interface LineRange {
  readonly line: number;
  readonly lines: number;
}

/** Whole lines that are the same, were changed or moved, or are on one side only. */
export interface DiffHunk {
  readonly kind: (typeof hunkKinds)[number];
  /** Where it begins, and how many lines it has, on each side. */
  readonly from: LineRange;
  readonly to: LineRange;
  /** What is not `added` is the old text, what is not `removed` the new one. */
  readonly parts: readonly DiffPart[];
  /** Of what was moved: each move has one hunk where the lines were, and one where they are. */
  readonly move?: DiffMove | undefined;
}

/** What became of lines that were moved. */
interface DiffMove {
  /** The lines on the other side. */
  readonly counterpart: LineRange;
  /** What was changed on the way, word by word; absent where the words are the same. */
  readonly edits?: readonly DiffPart[] | undefined;
}

/** One side of some parts: the old text, or the new one. */
export function textOf(parts: readonly DiffPart[], side: 'from' | 'to'): string {
  const other = side === 'from' ? 'added' : 'removed';
  let text = '';
  for (const part of parts) if (part.kind !== other) text += part.text;
  return text;
}
