import type { editor } from 'monaco-editor/editor';
import { changedLines } from './changed-lines.ts';

/** In characters. The exact wrapping measures a whole line at every keystroke: beyond this it would be felt. */
const longLine = 10_000;
/** In characters. The exact wrapping measures the whole text when it is opened: beyond this the screen would stand still. */
const longText = 100_000;

/**
 * Shows a model, wrapped by the real width of the letters, or by their usual width where the text or one of its lines
 * is very long. Returns how to stop.
 */
export function showWrapped(target: editor.ICodeEditor, model: editor.ITextModel): () => void {
  const setExact = (isExact: boolean) =>
    target.updateOptions({ wrappingStrategy: isExact ? 'advanced' : 'simple' });
  const isLong = (first: number, last: number) => {
    if (model.getValueLength() > longText) return true;
    for (let line = first; line <= last; line += 1) if (model.getLineLength(line) > longLine) return true;
    return false;
  };
  let isExact = !isLong(1, model.getLineCount());
  // Before a long text, and after one: neither is ever measured.
  if (!isExact) setExact(false);
  if (target.getModel() !== model) target.setModel(model);
  setExact(isExact);
  const listener = model.onDidChangeContent((event) => {
    if (!isExact) return;
    isExact = !changedLines(event.changes).some(([first, last]) => isLong(first, last));
    if (!isExact) setExact(false);
  });
  return () => listener.dispose();
}
