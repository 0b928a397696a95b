import type { DiffPart } from '#core/domain/diff/diff-words.ts';
import { type DiffHunk, textOf } from '#core/domain/diff/hunks.ts';
import { cutParts, hasText, normaliseParts } from './display-parts.ts';

/** One paragraph of a comparison, as it is shown. Nothing of it is a line break at its end. */
export interface DiffRow {
  readonly kind: DiffHunk['kind'];
  readonly parts: readonly DiffPart[];
  /** Whether an empty line follows. */
  readonly isSpaced: boolean;
  /** Of what was moved: the place among the rows where the other side is. */
  readonly counterpart?: number | undefined;
  /** Of what was moved: whether this is where it was, or where it is. */
  readonly side?: 'from' | 'to' | undefined;
}

/** A row of so many characters is shown in pieces: only what is on the screen is laid out. */
const longestRow = 1_200;

/** Makes rows of hunks, paragraph by paragraph. What changed in line breaks alone reads as the same. */
export function toDiffRows(hunks: readonly DiffHunk[]): DiffRow[] {
  const rows: DiffRow[] = [];
  /** The row where each move begins, by its side and line. */
  const places = new Map<string, number>();
  const lookups: { readonly row: number; readonly other: string }[] = [];
  const space = () => {
    const last = rows.at(-1);
    if (last) rows[rows.length - 1] = { ...last, isSpaced: true };
  };

  for (const { kind, from, to, parts, move } of hunks) {
    const shown = normaliseParts(move?.edits ?? parts);
    if (!hasText(shown)) {
      space();
      continue;
    }
    if (/^\s*\n/.test(parts.at(-1)?.text ?? '')) space();
    if (kind === 'moved' && move) {
      const side = to.lines === 0 ? 'from' : 'to';
      const whole = [{ kind: 'same' as const, text: textOf(shown, side) }];
      const pieces = cutParts(move.edits ? shown : whole, longestRow);
      places.set(`${side} ${side === 'from' ? from.line : to.line}`, rows.length);
      const other = `${side === 'from' ? 'to' : 'from'} ${move.counterpart.line}`;
      lookups.push(...pieces.map((_, index) => ({ row: rows.length + index, other })));
      rows.push(...pieces.map((piece) => ({ kind, parts: piece, isSpaced: false, side }) as const));
      continue;
    }
    const isSame = textOf(shown, 'from') === textOf(shown, 'to');
    if (isSame) addSame(rows, textOf(shown, 'to'), space);
    else
      rows.push(
        ...cutParts(shown, longestRow).map((piece) => ({
          kind: kindOf(piece, kind),
          parts: piece,
          isSpaced: false,
        })),
      );
    if (/\n[^\S\n]*\n[^\S\n]*$/.test(lastOf(parts))) space();
  }
  for (const { row, other } of lookups) {
    const shown = rows[row];
    if (shown) rows[row] = { ...shown, counterpart: places.get(other) };
  }
  return rows;
}

function kindOf(parts: readonly DiffPart[], kind: DiffHunk['kind']): DiffHunk['kind'] {
  return parts.every((part) => part.kind === 'same') ? 'same' : kind;
}

function lastOf(parts: readonly DiffPart[]): string {
  return textOf(parts, parts.some(({ kind }) => kind !== 'removed') ? 'to' : 'from').replaceAll('\r', '');
}

function addSame(rows: DiffRow[], text: string, space: () => void): void {
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      space();
      continue;
    }
    for (const parts of cutParts([{ kind: 'same', text: line }], longestRow)) {
      rows.push({ kind: 'same', parts, isSpaced: false });
    }
  }
}
