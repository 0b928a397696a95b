import type { editor } from 'monaco-editor/editor';

/**
 * Lays an editor out whenever its place gets another size, but not while it is hidden: Monaco's own following would
 * wrap every line to a width of nothing then, and again on the way back, for seconds where a text is long. Returns
 * how to stop.
 */
export function followSize(target: editor.IStandaloneCodeEditor, place: HTMLElement): () => void {
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return;
    const { width, height } = entry.contentRect;
    if (width > 0 && height > 0) target.layout({ width, height });
  });
  observer.observe(place);
  return () => observer.disconnect();
}
