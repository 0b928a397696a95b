import type { editor } from 'monaco-editor/editor';
import { listSpellingWords } from '#core/domain/spelling-words.ts';
import type { SpellingChecker } from './spelling-checker.ts';

/** In milliseconds: how long typing and scrolling have to rest before words are looked at. */
const rest = 350;
/** In milliseconds: how soon a dictionary that is still on its way is asked for again. */
const waitForDictionary = 2_000;
/** In characters: longer lines are data, and not looked at. */
const longestLine = 20_000;

const options: editor.IModelDecorationOptions = {
  inlineClassName: 'prompt-misspelt',
  stickiness: 1 satisfies editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
};

/** Underlines the misspelt words of the lines in view, except the one being typed. Returns how to stop. */
export function markSpelling(target: editor.IStandaloneCodeEditor, checker: SpellingChecker): () => void {
  const marks = target.createDecorationsCollection();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const plan = (pause = rest) => {
    clearTimeout(timer);
    timer = setTimeout(mark, pause);
  };
  const mark = () => {
    const model = target.getModel();
    if (!model) return;
    if (!checker.isReady) return plan(waitForDictionary);
    const caret = target.hasTextFocus() ? target.getPosition() : null;
    const places = linesInView(target, model).flatMap((line) =>
      listSpellingWords(model.getLineContent(line)).map((place) => ({ ...place, line })),
    );
    const misspelt = checker.findMisspelt(places.map(({ word }) => word));
    const isBeingTyped = ({ line, end }: (typeof places)[number]) =>
      caret?.lineNumber === line && caret.column === end + 1;
    marks.set(
      places
        .filter((place) => misspelt.has(place.word) && !isBeingTyped(place))
        .map(({ line, start, end }) => ({
          range: { startLineNumber: line, startColumn: start + 1, endLineNumber: line, endColumn: end + 1 },
          options,
        })),
    );
  };
  const listeners = [
    target.onDidChangeModel(() => plan(0)),
    target.onDidChangeModelContent(() => plan()),
    target.onDidScrollChange(() => plan()),
    target.onDidChangeCursorPosition(() => plan()),
  ];
  const stopListening = checker.onChange(() => plan(0));
  plan(0);
  return () => {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
    stopListening();
    marks.clear();
  };
}

function linesInView(target: editor.IStandaloneCodeEditor, model: editor.ITextModel): number[] {
  return target.getVisibleRanges().flatMap(({ startLineNumber, endLineNumber }) => {
    const lines: number[] = [];
    for (let line = startLineNumber; line <= Math.min(endLineNumber, model.getLineCount()); line += 1) {
      if (model.getLineLength(line) <= longestLine) lines.push(line);
    }
    return lines;
  });
}
