import type { editor } from 'monaco-editor/editor';
import type { TextView } from '#core/contract/workspace-shapes.ts';

/** Where the caret stands and what is in sight; `null` where no text is shown. */
export function readView(mounted: editor.IStandaloneCodeEditor): TextView | null {
  const model = mounted.getModel();
  const selection = mounted.getSelection();
  if (!model || !selection) return null;
  const lineNumber = mounted.getVisibleRanges()[0]?.startLineNumber ?? 1;
  return {
    anchor: model.getOffsetAt({
      lineNumber: selection.selectionStartLineNumber,
      column: selection.selectionStartColumn,
    }),
    caret: model.getOffsetAt({ lineNumber: selection.positionLineNumber, column: selection.positionColumn }),
    top: model.getOffsetAt({ lineNumber, column: 1 }),
  };
}

/** Puts the caret back where it stood, and in sight what was. */
export function showView(mounted: editor.IStandaloneCodeEditor, { anchor, caret, top }: TextView): void {
  const model = mounted.getModel();
  if (!model) return;
  const start = model.getPositionAt(anchor);
  const end = model.getPositionAt(caret);
  mounted.setSelection({
    selectionStartLineNumber: start.lineNumber,
    selectionStartColumn: start.column,
    positionLineNumber: end.lineNumber,
    positionColumn: end.column,
  });
  mounted.setScrollTop(mounted.getTopForLineNumber(model.getPositionAt(top).lineNumber));
}

/** Calls back whenever the caret or what is in sight has moved. Returns how to stop. */
export function listenToView(
  mounted: editor.IStandaloneCodeEditor,
  listener: (view: TextView) => void,
): () => void {
  const tell = () => {
    const view = readView(mounted);
    if (view) listener(view);
  };
  const subscriptions = [mounted.onDidChangeCursorSelection(tell), mounted.onDidScrollChange(tell)];
  return () => {
    for (const subscription of subscriptions) subscription.dispose();
  };
}
