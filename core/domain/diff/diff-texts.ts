import { type DiffPart, diffWords } from './diff-words.ts';
import { type Budget, matchSequences } from './match-sequences.ts';
import { splitLines } from './split-text.ts';

export const hunkKinds = ['same', 'changed', 'removed', 'added'] as const;

/** Whole lines that are the same, were changed, or are on one side only. */
export interface DiffHunk {
  readonly kind: (typeof hunkKinds)[number];
  /** Where it begins, as a line's number from 1, and how many lines it has, on each side. */
  readonly from: LineRange;
  readonly to: LineRange;
  /** What is not `added` is the old text, what is not `removed` the new one. */
  readonly parts: readonly DiffPart[];
}

interface LineRange {
  readonly line: number;
  readonly lines: number;
}

/** How much work goes into lines, and then into words, whatever the texts are. */
const lineSteps = 500_000;
const wordSteps = 800_000;

/**
 * Compares two texts: line by line, and word by word inside what was changed. All hunks together, in their order,
 * are both texts to the last character.
 */
export function diffTexts(fromText: string, toText: string): DiffHunk[] {
  const [from, to] = [splitLines(fromText), splitLines(toText)];
  const words: Budget = { steps: wordSteps };
  const hunks: DiffHunk[] = [];
  let [fromAt, toAt] = [0, 0];
  const changeUpTo = (fromEnd: number, toEnd: number) => {
    const [removed, added] = [from.slice(fromAt, fromEnd), to.slice(toAt, toEnd)];
    if (removed.length === 0 && added.length === 0) return;
    const kind = removed.length === 0 ? 'added' : added.length === 0 ? 'removed' : 'changed';
    hunks.push({
      kind,
      from: { line: fromAt + 1, lines: removed.length },
      to: { line: toAt + 1, lines: added.length },
      parts: diffWords(removed.join(''), added.join(''), words),
    });
  };
  for (const match of matchSequences(from, to, { steps: lineSteps })) {
    changeUpTo(match.from, match.to);
    fromAt = match.from + match.length;
    toAt = match.to + match.length;
    hunks.push({
      kind: 'same',
      from: { line: match.from + 1, lines: match.length },
      to: { line: match.to + 1, lines: match.length },
      parts: [{ kind: 'same', text: from.slice(match.from, fromAt).join('') }],
    });
  }
  changeUpTo(from.length, to.length);
  return hunks;
}

/** One side of some parts: the old text, or the new one. */
export function textOf(parts: readonly DiffPart[], side: 'from' | 'to'): string {
  const other = side === 'from' ? 'added' : 'removed';
  let text = '';
  for (const part of parts) if (part.kind !== other) text += part.text;
  return text;
}
