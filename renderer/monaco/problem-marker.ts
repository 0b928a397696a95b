import type { editor } from 'monaco-editor/editor';
import type { TextProblem } from '#core/domain/problems.ts';
import { escapeMarkdown } from './variable-hover.ts';

const neverGrows = 1 satisfies editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges;

/** Underlines problems; between two findings Monaco moves the lines along with the text. */
export class ProblemMarker {
  readonly #model: editor.ITextModel;
  #present: string[] = [];

  constructor(model: editor.ITextModel) {
    this.#model = model;
  }

  /** Undeclared variables are left out: they are marked letter by letter while they are typed. */
  show(problems: readonly TextProblem[]): void {
    const wanted = problems.filter(({ kind }) => kind !== 'undeclared').flatMap(this.#decorationsOf, this);
    if (this.#present.length === 0 && wanted.length === 0) return;
    this.#present = this.#model.deltaDecorations(this.#present, wanted);
  }

  #decorationsOf({ places, message }: TextProblem): editor.IModelDeltaDecoration[] {
    return places.map(({ start, end }) => ({
      range: rangeOf(this.#model, start, end),
      options: {
        inlineClassName: 'prompt-problem',
        stickiness: neverGrows,
        hoverMessage: { value: escapeMarkdown(message), isTrusted: false, supportHtml: false },
      },
    }));
  }
}

/** A stretch given in offsets, as Monaco's lines and columns. */
export function rangeOf(model: editor.ITextModel, start: number, end: number) {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}
