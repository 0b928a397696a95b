import type { editor } from 'monaco-editor/editor';
import { changedLines } from './changed-lines.ts';

/** In characters. The exact wrapping measures a whole line at every keystroke: beyond this it would be felt. */
const longLine = 10_000;

/**
 * Wraps by the real width of the letters, or by their usual width where a line is very long. Call it when the
 * editor shows another model. Returns how to stop.
 */
export function chooseWrapping(target: editor.IStandaloneCodeEditor): () => void {
  const model = target.getModel();
  if (!model) return () => undefined;
  const setExact = (isExact: boolean) =>
    target.updateOptions({ wrappingStrategy: isExact ? 'advanced' : 'simple' });
  const hasLong = (first: number, last: number) => {
    for (let line = first; line <= last; line += 1) if (model.getLineLength(line) > longLine) return true;
    return false;
  };
  let isExact = !hasLong(1, model.getLineCount());
  setExact(isExact);
  const listener = model.onDidChangeContent((event) => {
    if (!isExact) return;
    isExact = !changedLines(event.changes).some(([first, last]) => hasLong(first, last));
    if (!isExact) setExact(false);
  });
  return () => listener.dispose();
}
