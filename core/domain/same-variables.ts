import type { VariableDeclaration } from './variables.ts';

/** Compares what is declared, whatever the order of the fields. */
export function areSameVariables(
  left: readonly VariableDeclaration[],
  right: readonly VariableDeclaration[],
): boolean {
  if (left === right) return true;
  return left.length === right.length && left.every((variable, index) => isSame(variable, right[index]));
}

function isSame(left: VariableDeclaration, right: VariableDeclaration | undefined): boolean {
  return (
    right !== undefined &&
    left.name === right.name &&
    left.type === right.type &&
    (left.multiline ?? false) === (right.multiline ?? false) &&
    left.required === right.required &&
    left.default === right.default &&
    left.description === right.description &&
    left.example === right.example &&
    left.choices?.join('\0') === right.choices?.join('\0')
  );
}
