/** The parts of Monaco's undo service that are used here; Monaco publishes no types for them. */
declare module 'monaco-editor/platform/undoRedo/common/undoRedo.js' {
  import type { Uri } from 'monaco-editor/editor';

  export interface ResourceUndoElement {
    readonly type: 0;
    readonly resource: Uri;
    readonly label: string;
    readonly code: string;
    undo(): void;
    redo(): void;
  }
  export class UndoRedoGroup {}
  export interface UndoRedoService {
    pushElement(element: ResourceUndoElement, group?: UndoRedoGroup): void;
  }
  export const IUndoRedoService: { readonly type: 'undoRedoService' };
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices.js' {
  import type { IUndoRedoService, UndoRedoService } from 'monaco-editor/platform/undoRedo/common/undoRedo.js';

  export const StandaloneServices: { get(id: typeof IUndoRedoService): UndoRedoService };
}
