import { textOf } from '#core/domain/diff/hunks.ts';
import { countInk, type Passage, passageOfInk } from '../../format/passages.ts';
import type { DiffRow } from './diff-rows.ts';

export type DiffSide = 'from' | 'to';

/** A passage of one of the compared texts that is to be marked, for example because somebody commented on it. */
export interface MarkedPassage extends Passage {
  readonly id: string;
  readonly side: DiffSide;
}

/** The part of such a passage that is in one row: a stretch of the row's text on that side. */
export interface RowMark extends MarkedPassage {
  readonly place: number;
}

/** What a row says on one side. What was moved is on each side in a row of its own. */
export function sideText({ parts, kind, side }: DiffRow, wanted: DiffSide): string {
  return kind === 'moved' && side !== wanted ? '' : textOf(parts, wanted);
}

/**
 * Finds the rows that passages are in. Rows have another white space than the texts that they were made of, so
 * that only what is not white space is counted.
 */
export function placePassages(
  rows: readonly DiffRow[],
  texts: Readonly<Record<DiffSide, string>>,
  passages: readonly MarkedPassage[],
): RowMark[] {
  return passages.flatMap((passage) => {
    const { side } = passage;
    const from = countInk(texts[side].slice(0, passage.start));
    const to = from + countInk(texts[side].slice(passage.start, passage.end));
    let before = 0;
    return rows.flatMap((row, place) => {
      const text = sideText(row, side);
      const first = before;
      before += countInk(text);
      if (before === first || before <= from || first >= to) return [];
      const within = passageOfInk(text, Math.max(0, from - first), Math.min(before, to) - first);
      return [{ ...passage, ...within, place }];
    });
  });
}

/** How much of a side's text, without white space, is in the rows before a place. */
export function inkBefore(rows: readonly DiffRow[], place: number, side: DiffSide): number {
  return rows.slice(0, place).reduce((sum, row) => sum + countInk(sideText(row, side)), 0);
}
