import type { IPosition, languages } from 'monaco-editor/editor';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { describeVariable, nameType } from './describe-variable.ts';

const opened = /(\\?)\{\{( *)([A-Za-z0-9_.-]*)$/;
const restOfVariable = /^[A-Za-z0-9_.-]* *\}\}/;

/** Far longer than any `{{` with spaces and a name, so that a line of 200 KB costs nothing. */
const reach = 200;

/**
 * The declared variables as completions, where the caret stands behind an open `{{`; none anywhere else.
 * A completion brings the closing `}}` along, or replaces the one that is there.
 */
export function completeVariable(
  line: string,
  position: IPosition,
  variables: readonly VariableDeclaration[],
  kind: languages.CompletionItemKind,
): languages.CompletionItem[] {
  const caret = position.column - 1;
  const open = opened.exec(line.slice(Math.max(0, caret - reach), caret));
  if (open?.[1] !== '') return [];
  const [, , spaces = '', typed = ''] = open;
  const rest = restOfVariable.exec(line.slice(caret, caret + reach))?.[0] ?? '';
  const range = {
    startLineNumber: position.lineNumber,
    startColumn: position.column - typed.length,
    endLineNumber: position.lineNumber,
    endColumn: position.column + rest.length,
  };
  return variables.map((variable, index) => ({
    label: { label: variable.name, description: nameType(variable) },
    kind,
    filterText: variable.name,
    sortText: String(index).padStart(6, '0'),
    documentation: describeVariable(variable).join('\n'),
    insertText: `${variable.name}${spaces}}}`,
    range,
  }));
}
