import type { editor } from 'monaco-editor/editor';
import { changedLines } from './changed-lines.ts';

const invisible = /[\ufeff\u2028\u2029\u0085]/g;
const inlineClassName = 'prompt-invisible';

const names: Record<string, string> = {
  '\ufeff': 'Byte order mark (U+FEFF)',
  '\u2028': 'Line separator (U+2028)',
  '\u2029': 'Paragraph separator (U+2029)',
  '\u0085': 'Next line (U+0085)',
};

/** Marks the characters that Monaco would show as a damaged one: they are thin bars that say what they are. */
export function markInvisibleCharacters(model: editor.ITextModel): void {
  const mark = (firstLine: number, lastLine: number) => {
    const present = model
      .getLinesDecorations(firstLine, lastLine)
      .filter(({ options }) => options.inlineClassName === inlineClassName);
    const wanted: editor.IModelDeltaDecoration[] = [];
    for (let line = firstLine; line <= lastLine; line += 1) {
      for (const { 0: character, index } of model.getLineContent(line).matchAll(invisible)) {
        wanted.push(decorationOf(line, index + 1, names[character] ?? ''));
      }
    }
    const obsolete = present.map(({ id }) => id);
    if (obsolete.length > 0 || wanted.length > 0) model.deltaDecorations(obsolete, wanted);
  };
  mark(1, model.getLineCount());
  model.onDidChangeContent(({ changes }) => {
    for (const [first, last] of changedLines(changes)) mark(first, last);
  });
}

function decorationOf(line: number, column: number, name: string): editor.IModelDeltaDecoration {
  return {
    range: { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column + 1 },
    options: { inlineClassName, inlineClassNameAffectsLetterSpacing: true, hoverMessage: { value: name } },
  };
}
