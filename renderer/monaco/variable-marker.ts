import type { editor } from 'monaco-editor/editor';
import { changedLines } from './changed-lines.ts';
import { type Mark, type MarkKind, marksOfLine } from './variable-marks.ts';

const neverGrows = 1 satisfies editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges;

const decorations: Record<MarkKind, editor.IModelDecorationOptions> = {
  variable: inlineMark('prompt-variable'),
  undeclared: inlineMark('prompt-variable prompt-variable-undeclared'),
  escape: inlineMark('prompt-escape'),
};

function inlineMark(inlineClassName: string): editor.IModelDecorationOptions {
  return { inlineClassName, stickiness: neverGrows };
}

const markClasses = new Set(Object.values(decorations).map((options) => options.inlineClassName));

/** Keeps the marks of a text true while it is edited; an edit costs the lines that it touched. */
export class VariableMarker {
  readonly #model: editor.ITextModel;
  #declared: ReadonlySet<string> = new Set();

  constructor(model: editor.ITextModel) {
    this.#model = model;
    model.onDidChangeContent((event) => {
      for (const [first, last] of changedLines(event.changes)) this.#mark(first, last);
    });
    this.#mark(1, model.getLineCount());
  }

  /** Tells which variables are declared. */
  setDeclared(names: ReadonlySet<string>): void {
    if (names.size === this.#declared.size && [...names].every((name) => this.#declared.has(name))) return;
    this.#declared = names;
    this.#mark(1, this.#model.getLineCount());
  }

  #mark(firstLine: number, lastLine: number): void {
    const model = this.#model;
    const wanted = new Map<string, editor.IModelDeltaDecoration>();
    for (let line = firstLine; line <= lastLine; line += 1) {
      for (const mark of marksOfLine(model.getLineContent(line), this.#declared)) {
        const decoration = decorationOf(line, mark);
        wanted.set(keyOf(decoration), decoration);
      }
    }
    const obsolete: string[] = [];
    for (const present of model.getLinesDecorations(firstLine, lastLine)) {
      if (!markClasses.has(present.options.inlineClassName)) continue;
      if (!wanted.delete(keyOf(present))) obsolete.push(present.id);
    }
    if (obsolete.length > 0 || wanted.size > 0) model.deltaDecorations(obsolete, [...wanted.values()]);
  }
}

function decorationOf(line: number, mark: Mark): editor.IModelDeltaDecoration {
  const range = {
    startLineNumber: line,
    startColumn: mark.startColumn,
    endLineNumber: line,
    endColumn: mark.endColumn,
  };
  return { range, options: decorations[mark.kind] };
}

function keyOf({ range, options }: Pick<editor.IModelDeltaDecoration, 'range' | 'options'>): string {
  return `${range.startLineNumber}:${range.startColumn}-${range.endLineNumber}:${range.endColumn} ${options.inlineClassName}`;
}
