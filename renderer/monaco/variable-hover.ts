import type { IMarkdownString, IPosition, languages } from 'monaco-editor/editor';
import { parseTemplate } from '#core/domain/template.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { describeVariable } from './describe-variable.ts';

/** Explains the variable at a position of a line, or `null` where there is none. */
export function hoverVariable(
  line: string,
  position: IPosition,
  variables: readonly VariableDeclaration[],
): languages.Hover | null {
  const offset = position.column - 1;
  const token = parseTemplate(line).segments.find(
    (segment) => segment.kind === 'variable' && segment.start <= offset && offset <= segment.end,
  );
  if (token?.kind !== 'variable') return null;
  const declared = variables.find((variable) => variable.name === token.name);
  const lines = declared ? describeVariable(declared) : ['Not declared yet: it counts as a required text.'];
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
