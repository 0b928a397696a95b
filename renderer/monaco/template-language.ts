import type { editor, languages } from 'monaco-editor/editor';
import type { VariableDeclaration } from '#core/domain/variables.ts';
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
    provideHover: (model, position) =>
      hoverVariable(model.getLineContent(position.lineNumber), position, variablesOf(model)),
  });
}
