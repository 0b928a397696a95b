import type { KeptMerge } from '#core/contract/merge-shapes.ts';
import type { MergePart } from '#core/domain/merge/merge-texts.ts';
import type { MergedVariables, VariableConflict } from '#core/domain/merge/merge-variables.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';

/** Whose wording stands in a place that both changed; `own` is a new one. */
export type Wording = KeptMerge['wordings'][string];

type Conflict = Extract<MergePart, { readonly kind: 'conflict' }>;

/** What the user decided, by the part's place in the merge and by the variable's name. */
export interface MergeChoices {
  readonly wordings: Readonly<Record<number, Wording>>;
  readonly ownTexts: Readonly<Record<number, string>>;
  /** Changes of one side that are not taken over. */
  readonly leftOut: Readonly<Record<number, boolean>>;
  readonly variables: ReadonlyMap<string, 'mine' | 'theirs'>;
}

export const noChoices: MergeChoices = { wordings: {}, ownTexts: {}, leftOut: {}, variables: new Map() };

/** How many places still wait for a decision. */
export function countUndecided(
  parts: readonly MergePart[],
  conflicts: readonly VariableConflict[],
  choices: MergeChoices,
): number {
  const places = parts.filter(({ kind }, index) => kind === 'conflict' && !choices.wordings[index]);
  return places.length + conflicts.filter(({ name }) => !choices.variables.has(name)).length;
}

/** The merged text. A place without a decision has both wordings, so that none is lost. */
export function mergedText(parts: readonly MergePart[], choices: MergeChoices): string {
  return parts
    .map((part, index) => {
      if (part.kind === 'same') return part.text;
      if (part.kind === 'conflict') return chosenText(part, index, choices);
      return choices.leftOut[index] ? part.base : part.text;
    })
    .join('');
}

function chosenText(part: Conflict, index: number, choices: MergeChoices): string {
  const wording = choices.wordings[index] ?? 'both';
  if (wording === 'own') return choices.ownTexts[index] ?? bothTexts(part);
  return wording === 'both' ? bothTexts(part) : part[wording];
}

/** Mine and then theirs, with a space between where they would run into each other. */
export function bothTexts({ mine, theirs }: Pick<Conflict, 'mine' | 'theirs'>): string {
  const needsSpace = mine !== '' && theirs !== '' && !/\s$/u.test(mine) && !/^\s/u.test(theirs);
  return needsSpace ? `${mine} ${theirs}` : mine + theirs;
}

/** The merged declarations. Where one side took a variable out and that was chosen, it is not there. */
export function chosenVariables(merged: MergedVariables, choices: MergeChoices): VariableDeclaration[] {
  const byName = new Map(merged.conflicts.map((conflict) => [conflict.name, conflict]));
  return merged.variables.flatMap((variable) => {
    const conflict = byName.get(variable.name);
    const side = choices.variables.get(variable.name);
    if (!conflict || !side) return [variable];
    const chosen = conflict[side];
    return chosen ? [chosen] : [];
  });
}
