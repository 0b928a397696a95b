import { diffTexts } from '#core/domain/diff/diff-texts.ts';
import { summariseDiff } from '#core/domain/diff/summarise-diff.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { type DiffRow, toDiffRows } from './diff-rows.ts';

/** One side of a comparison: what is read, and all variables of the prompt. */
export interface ComparedText {
  readonly text: string;
  readonly variables: readonly VariableDeclaration[];
}

export interface Question {
  readonly from: ComparedText;
  readonly to: ComparedText;
}

/** What is shown of a comparison. */
export interface Comparison {
  readonly rows: readonly DiffRow[];
  /** In one line, for example “2 sentences changed, variable `tier` removed”. */
  readonly summary: string;
  /** The places among the rows that a reader goes to, one after the other. */
  readonly changes: readonly number[];
}

/** Compares two texts for the screen. It takes up to a second, so it runs in a worker. */
export function compareTexts({ from, to }: Question): Comparison {
  const hunks = diffTexts(from.text, to.text);
  const rows = toDiffRows(hunks);
  const changes = rows.flatMap(({ kind, side }, index) =>
    kind === 'same' || side === 'from' ? [] : [index],
  );
  return { rows, summary: summariseDiff(hunks, from.variables, to.variables), changes };
}
