import type { VariableDeclaration } from '#core/domain/variables.ts';

/** The bridge's input type is mutable; the screen's declarations are not. */
export function copyDeclarations(variables: readonly VariableDeclaration[]) {
  return variables.map(({ choices, ...variable }) =>
    choices ? { ...variable, choices: [...choices] } : { ...variable },
  );
}
