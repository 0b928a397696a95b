import type { VariableDeclaration } from '#core/domain/variables.ts';

const typeWords = { text: 'text', number: 'number', boolean: 'yes or no', choice: 'choice' } as const;

/** A variable's type in the words of the screen. */
export function nameType(variable: VariableDeclaration): string {
  return variable.multiline ? 'long text' : typeWords[variable.type];
}

/** What there is to know of a declared variable, as lines of plain text. */
export function describeVariable(variable: VariableDeclaration): string[] {
  const lines: string[] = [];
  if (variable.description) lines.push(variable.description);
  const choices = variable.choices?.length ? `: ${variable.choices.join(', ')}` : '';
  lines.push(`Type: ${nameType(variable)}${choices} (${variable.required ? 'required' : 'optional'})`);
  if (variable.default !== undefined) lines.push(`Default: ${sayValue(variable.default)}`);
  if (variable.example) lines.push(`Example: ${variable.example}`);
  return lines;
}

function sayValue(value: NonNullable<VariableDeclaration['default']>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
