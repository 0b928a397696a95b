import type { editor } from 'monaco-editor/editor';

/** The lines, as they are now, that an edit touched: first and last of each change. */
export function changedLines(changes: readonly editor.IModelContentChange[]): [number, number][] {
  let shift = 0;
  const ascending = changes.toSorted((one, other) => one.rangeOffset - other.rangeOffset);
  return ascending.map(({ range, text }) => {
    const first = range.startLineNumber + shift;
    const added = text.split('\n').length - 1;
    shift += added - (range.endLineNumber - range.startLineNumber);
    return [first, first + added];
  });
}
