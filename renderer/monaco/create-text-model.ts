import type { editor } from 'monaco-editor/editor';
import { markInvisibleCharacters } from './invisible-characters.ts';
import { withoutCarriageReturns } from './line-endings.ts';
import { templateLanguage } from './template-language.ts';

const byteOrderMark = '\ufeff';
const lineFeed = 0 satisfies editor.EndOfLineSequence.LF;

/** A model that keeps every character: `\n` alone, and a byte order mark stays a character of the text. */
export function createTextModel(api: typeof editor, text: string): editor.ITextModel {
  const startsWithMark = text.startsWith(byteOrderMark);
  const content = withoutCarriageReturns(startsWithMark ? text.slice(1) : text);
  const model = api.createModel(content, templateLanguage);
  model.setEOL(lineFeed);
  model.updateOptions({ trimAutoWhitespace: false });
  if (startsWithMark) {
    const atStart = { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 };
    model.applyEdits([{ range: atStart, text: byteOrderMark }]);
  }
  markInvisibleCharacters(model);
  return model;
}
