import type { editor } from 'monaco-editor/editor';
import { changedLines } from './changed-lines.ts';

const invisible = /[\ufeff\u2028\u2029\u0085\u00ad\u200b\u2060]/g;
const inlineClassName = 'prompt-invisible';

const names: Record<string, string> = {
  '\ufeff': 'Byte order mark (U+FEFF)',
  '\u2028': 'Line separator (U+2028)',
  '\u2029': 'Paragraph separator (U+2029)',
  '\u0085': 'Next line (U+0085)',
  '\u00ad': 'Soft hyphen (U+00AD)',
  '\u200b': 'Zero width space (U+200B)',
  '\u2060': 'Word joiner (U+2060)',
};

/** The invisible characters of a line: where each stands, counted from 0, and what it is called. */
export function listInvisible(line: string): { readonly index: number; readonly name: string }[] {
  return Array.from(line.matchAll(invisible), ({ 0: character, index }) => ({
    index,
    name: names[character] ?? '',
  }));
}

/**
 * Marks the characters that Monaco would show as a damaged one or not at all, as a paste from a page or a PDF brings
 * them along: they are thin bars that say what they are.
 */
export function markInvisibleCharacters(model: editor.ITextModel): void {
  const mark = (firstLine: number, lastLine: number) => {
    const present = model
      .getLinesDecorations(firstLine, lastLine)
      .filter(({ options }) => options.inlineClassName === inlineClassName);
    const wanted: editor.IModelDeltaDecoration[] = [];
    for (let line = firstLine; line <= lastLine; line += 1) {
      for (const { index, name } of listInvisible(model.getLineContent(line))) {
        wanted.push(decorationOf(line, index + 1, name));
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
