import type { editor } from 'monaco-editor/editor';
import { marginFor, smallestMargin, type Typography } from './typography.ts';

const fontInfo = 59 satisfies editor.EditorOption.fontInfo;

/** Keeps the text in the middle, and no line wider than its measure. Returns how to stop. */
export function fitMeasure(target: editor.IStandaloneCodeEditor, typography: Typography): () => void {
  let fitted = '';
  const adapt = () => {
    const { width } = target.getLayoutInfo();
    const character = target.getOption(fontInfo).typicalHalfwidthCharacterWidth;
    const margin = marginFor(width, typography);
    const room = Math.min(typography.measure * typography.size, width - 2 * smallestMargin);
    const columns = Math.max(10, Math.floor(room / character));
    if (fitted === `${margin} ${columns}`) return;
    fitted = `${margin} ${columns}`;
    target.updateOptions({ lineDecorationsWidth: margin, wordWrapColumn: columns });
  };
  adapt();
  const layout = target.onDidLayoutChange(adapt);
  const configuration = target.onDidChangeConfiguration((event) => {
    if (event.hasChanged(fontInfo)) adapt();
  });
  return () => {
    layout.dispose();
    configuration.dispose();
  };
}
