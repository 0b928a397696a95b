import type { VariableDeclaration } from '../variables.ts';

/** What two authors made of one variable; `null` where one took it out, or the base did not have it. */
export interface VariableConflict {
  readonly name: string;
  readonly base: VariableDeclaration | null;
  readonly mine: VariableDeclaration | null;
  readonly theirs: VariableDeclaration | null;
}

export interface MergedVariables {
  /** In the order of mine, then what only theirs has. A conflict keeps mine, or theirs where mine has none. */
  readonly variables: readonly VariableDeclaration[];
  readonly conflicts: readonly VariableConflict[];
}

/** Merges two lists of declarations that were made from the same base, by the variables' names. */
export function mergeVariables(
  base: readonly VariableDeclaration[],
  mine: readonly VariableDeclaration[],
  theirs: readonly VariableDeclaration[],
): MergedVariables {
  const [inBase, inMine, inTheirs] = [byName(base), byName(mine), byName(theirs)];
  const variables: VariableDeclaration[] = [];
  const conflicts: VariableConflict[] = [];
  for (const name of new Set([...inMine.keys(), ...inTheirs.keys()])) {
    const sides = {
      base: inBase.get(name) ?? null,
      mine: inMine.get(name) ?? null,
      theirs: inTheirs.get(name) ?? null,
    };
    const isConflict =
      !isEqual(sides.mine, sides.theirs) &&
      !isEqual(sides.mine, sides.base) &&
      !isEqual(sides.theirs, sides.base);
    if (isConflict) conflicts.push({ name, ...sides });
    const kept = isConflict
      ? (sides.mine ?? sides.theirs)
      : isEqual(sides.mine, sides.base)
        ? sides.theirs
        : sides.mine;
    if (kept) variables.push(kept);
  }
  return { variables, conflicts };
}

function byName(variables: readonly VariableDeclaration[]): Map<string, VariableDeclaration> {
  return new Map(variables.map((variable) => [variable.name, variable]));
}

function isEqual(one: VariableDeclaration | null, other: VariableDeclaration | null): boolean {
  return toText(one) === toText(other);
}

function toText(variable: VariableDeclaration | null): string {
  if (!variable) return '';
  return JSON.stringify(Object.entries(variable).sort(([a], [b]) => (a < b ? -1 : 1)));
}
