import type { editor } from 'monaco-editor/editor';
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices.js';
import { IUndoRedoService, UndoRedoGroup } from 'monaco-editor/platform/undoRedo/common/undoRedo.js';

type Edits = editor.IIdentifiedSingleEditOperation[];

/** A step beside the text that is undone and redone in its turn with the typing. */
export interface UndoStep {
  readonly undo: () => void;
  readonly redo: () => void;
}

const undoRedo = () => StandaloneServices.get(IUndoRedoService);

/** Puts edits of the text and a step beside it on the model's undo stack: one press of undo takes both back. */
export function pushUndoable(model: editor.ITextModel, edits: Edits, step: UndoStep | null): void {
  const group = new UndoRedoGroup();
  model.pushStackElement();
  if (step) {
    const names = { label: 'Variables', code: 'promptforge.variables' };
    undoRedo().pushElement({ type: 0, resource: model.uri, ...names, ...step }, group);
  }
  if (edits.length > 0) {
    // The group is a parameter that Monaco's own commands use and its published types leave out.
    const push = model.pushEditOperations as (
      before: null,
      edits: Edits,
      cursor: () => null,
      group: UndoRedoGroup,
    ) => unknown;
    push.call(model, null, edits, () => null, group);
  }
  model.pushStackElement();
}
