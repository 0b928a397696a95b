import type { IMarkdownString, IPosition, languages } from 'monaco-editor/editor';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { describeVariable } from './describe-variable.ts';
import { variableAt } from './variable-at.ts';

/** Explains the variable at a position of a line, or `null` where there is none. */
export function hoverVariable(
  line: string,
  position: IPosition,
  variables: readonly VariableDeclaration[],
  uses = 1,
): languages.Hover | null {
  const token = variableAt(line, position.column - 1);
  if (!token) return null;
  const declared = variables.find((variable) => variable.name === token.name);
  const lines = declared ? describeVariable(declared) : ['Not declared yet: it counts as a required text.'];
  if (uses > 1) lines.push(`Used in ${uses} places of this text.`);
  return {
    range: {
      startLineNumber: position.lineNumber,
      startColumn: token.start + 1,
      endLineNumber: position.lineNumber,
      endColumn: token.end + 1,
    },
    contents: [
      plain(`**${escapeMarkdown(token.name)}**`),
      ...lines.map((text) => plain(escapeMarkdown(text))),
    ],
  };
}

function plain(value: string): IMarkdownString {
  return { value, isTrusted: false, supportHtml: false };
}

/** Words of a prompt's author are only ever text: every mark that Markdown knows is escaped. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
