import type { editor } from 'monaco-editor/editor';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { PromptModel } from './prompt-model.ts';

/** How many prompts keep their undo history and caret; the one longest unseen goes first. */
const keptPrompts = 40;

/** The life of every prompt's text in this window, by the key under which the screen knows it. */
export class PromptModels {
  readonly #api: typeof editor;
  readonly #byKey = new Map<string, PromptModel>();

  constructor(api: typeof editor) {
    this.#api = api;
  }

  /** The model of a key, made with text and declarations where there is none yet. It becomes the one seen last. */
  open(key: string, text: string, variables: readonly VariableDeclaration[]): PromptModel {
    const model = this.#byKey.get(key) ?? new PromptModel(this.#api, text, variables);
    this.#byKey.delete(key);
    this.#byKey.set(key, model);
    for (const [oldKey, old] of this.#byKey) {
      if (this.#byKey.size <= keptPrompts) break;
      if (!old.model.isAttachedToEditor() && old !== model) this.dispose(oldKey);
    }
    return model;
  }

  get(key: string): PromptModel | undefined {
    return this.#byKey.get(key);
  }

  dispose(key: string): void {
    const model = this.#byKey.get(key);
    if (!model || model.model.isAttachedToEditor()) return;
    this.#byKey.delete(key);
    model.dispose();
  }

  variablesOf(model: editor.ITextModel): readonly VariableDeclaration[] {
    for (const candidate of this.#byKey.values()) if (candidate.model === model) return candidate.variables;
    return [];
  }
}
