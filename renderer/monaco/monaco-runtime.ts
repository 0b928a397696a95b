import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';
import 'monaco-editor/features/clipboard/register.js';
import 'monaco-editor/features/codicon/register.js';
import 'monaco-editor/features/dnd/register.js';
import 'monaco-editor/features/find/register.js';
import 'monaco-editor/features/hover/register.js';
import 'monaco-editor/features/wordOperations/register.js';
import './prompt-text.css';
import { editor, languages } from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import { PromptModels } from './prompt-models.ts';
import { registerTemplateLanguage } from './template-language.ts';
import { themeFor, themes } from './themes.ts';

/** What the components need of Monaco. */
export interface MonacoRuntime {
  readonly editor: typeof editor;
  /** The texts of every prompt that is or was open in this window. */
  readonly promptModels: PromptModels;
}

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

for (const [name, theme] of Object.entries(themes)) editor.defineTheme(name, theme);
// Monaco's colours stand in the page before it is drawn: added later, they would have all of it styled once more.
editor.setTheme(themeFor(document.documentElement.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light'));
void editor.colorize('', 'plaintext', {});

const promptModels = new PromptModels(editor);
registerTemplateLanguage(languages, (model) => promptModels.variablesOf(model));

/** Monaco with what prose needs; to be imported through `loadMonaco` alone, for it weighs megabytes. */
export const monacoRuntime: MonacoRuntime = { editor, promptModels };
