import type { editor } from 'monaco-editor/editor';
import type { TextProblem } from '#core/domain/problems.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { createTextModel } from './create-text-model.ts';
import {
  changeLineEndings,
  type LineEndings,
  readLineEndings,
  restoreLineEndings,
  withoutCarriageReturns,
} from './line-endings.ts';
import { ProblemMarker } from './problem-marker.ts';
import { smallestReplacements } from './smallest-replacement.ts';
import { pushUndoable } from './undo-stack.ts';
import { VariableMarker } from './variable-marker.ts';

/** One prompt's text: Monaco's model with its undo history, and the line endings that Monaco would level. */
export class PromptModel {
  readonly model: editor.ITextModel;
  variables: readonly VariableDeclaration[] = [];
  viewState: editor.ICodeEditorViewState | null = null;
  readonly #marker: VariableMarker;
  readonly #problems: ProblemMarker;
  readonly #listeners = new Set<(text: string) => void>();
  readonly #variableListeners = new Set<(variables: readonly VariableDeclaration[]) => void>();
  /** By the model's alternative version, which undo brings back. */
  readonly #endings = new Map<number, LineEndings | null>();
  #currentEndings: LineEndings | null;
  #incomingEndings: { readonly endings: LineEndings | null } | null = null;

  constructor(api: typeof editor, text: string, variables: readonly VariableDeclaration[]) {
    this.model = createTextModel(api, text);
    this.#currentEndings = readLineEndings(text);
    this.#marker = new VariableMarker(this.model);
    this.#problems = new ProblemMarker(this.model);
    this.#setVariables(variables);
    this.model.onDidChangeContent((event) => {
      this.#followEndings(event.changes);
      if (this.#incomingEndings) return;
      const changed = this.text;
      for (const listener of this.#listeners) listener(changed);
    });
  }

  /** The text as it will be saved, every line ending as it came. */
  get text(): string {
    return restoreLineEndings(this.model.getValue(), this.#currentEndings);
  }

  /**
   * Takes over a text, declarations or both from outside, as one step that can be undone. Listeners are not told,
   * except when it is undone or redone.
   */
  takeOver(text: string, variables: readonly VariableDeclaration[] = this.variables): void {
    const before = this.variables;
    const step =
      variables === before
        ? null
        : { undo: () => this.#restoreVariables(before), redo: () => this.#restoreVariables(variables) };
    this.#setVariables(variables);
    const edits = text === this.text ? [] : this.#editsTo(text);
    if (edits.length === 0 && !step) return;
    this.#incomingEndings = { endings: readLineEndings(text) };
    try {
      pushUndoable(this.model, edits, step);
    } finally {
      this.#incomingEndings = null;
    }
  }

  #editsTo(text: string): editor.IIdentifiedSingleEditOperation[] {
    const replacements = smallestReplacements(this.model.getValue(), withoutCarriageReturns(text));
    this.#endings.set(this.model.getAlternativeVersionId(), this.#currentEndings);
    if (replacements.length === 0) {
      this.#currentEndings = readLineEndings(text);
      this.#endings.set(this.model.getAlternativeVersionId(), this.#currentEndings);
    }
    return replacements.map((edit) => {
      const start = this.model.getPositionAt(edit.start);
      const end = this.model.getPositionAt(edit.end);
      const range = {
        startLineNumber: start.lineNumber,
        startColumn: start.column,
        endLineNumber: end.lineNumber,
        endColumn: end.column,
      };
      return { range, text: edit.text, forceMoveMarkers: true };
    });
  }

  #setVariables(variables: readonly VariableDeclaration[]): void {
    this.variables = variables;
    this.#marker.setDeclared(new Set(variables.map((variable) => variable.name)));
  }

  /** Underlines what is probably not meant as it is written. */
  showProblems(problems: readonly TextProblem[]): void {
    this.#problems.show(problems);
  }

  #restoreVariables(variables: readonly VariableDeclaration[]): void {
    this.#setVariables(variables);
    for (const listener of this.#variableListeners) listener(variables);
  }

  /** Calls back with the whole text after each edit of the user. Returns how to stop. */
  onEdit(listener: (text: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back with the declarations after undo or redo has changed them. Returns how to stop. */
  onVariables(listener: (variables: readonly VariableDeclaration[]) => void): () => void {
    this.#variableListeners.add(listener);
    return () => this.#variableListeners.delete(listener);
  }

  dispose(): void {
    this.#listeners.clear();
    this.#variableListeners.clear();
    this.model.dispose();
  }

  #followEndings(changes: readonly editor.IModelContentChange[]): void {
    const version = this.model.getAlternativeVersionId();
    const known = this.#endings.get(version);
    if (this.#incomingEndings) this.#currentEndings = this.#incomingEndings.endings;
    else if (known !== undefined) this.#currentEndings = known;
    else if (this.#currentEndings) this.#currentEndings = changeLineEndings(this.#currentEndings, changes);
    if (this.#currentEndings || this.#endings.size > 0) this.#endings.set(version, this.#currentEndings);
  }
}
