import type { editor, languages } from 'monaco-editor/editor';
import { parseTemplate } from '#core/domain/template.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { variableAt } from './variable-at.ts';
import { completeVariable } from './variable-completion.ts';
import { hoverVariable } from './variable-hover.ts';

export const templateLanguage = 'promptforge-template';

/** Teaches Monaco to complete and explain the variables of a prompt. */
export function registerTemplateLanguage(
  api: typeof languages,
  variablesOf: (model: editor.ITextModel) => readonly VariableDeclaration[],
): void {
  api.register({ id: templateLanguage });
  api.registerCompletionItemProvider(templateLanguage, {
    triggerCharacters: ['{'],
    provideCompletionItems: (model, position) => ({
      suggestions: completeVariable(
        model.getLineContent(position.lineNumber),
        position,
        variablesOf(model),
        api.CompletionItemKind.Variable,
      ),
    }),
  });
  api.registerHoverProvider(templateLanguage, {
    provideHover(model, position) {
      const line = model.getLineContent(position.lineNumber);
      const name = variableAt(line, position.column - 1)?.name;
      if (name === undefined) return null;
      const uses = parseTemplate(model.getValue()).segments.filter(
        (segment) => segment.kind === 'variable' && segment.name === name,
      ).length;
      return hoverVariable(line, position, variablesOf(model), uses);
    },
  });
}
