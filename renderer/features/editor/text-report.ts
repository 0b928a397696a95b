import type { PreviewValues } from '#core/contract/workspace-shapes.ts';
import { findProblems, type StableText, type TextProblem } from '#core/domain/problems.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { countCharacters, countWords } from '../../format/counts.ts';
import { finishText, joinParts } from '../../format/finished-text.ts';

export interface TextCounts {
  readonly characters: number;
  readonly words: number;
  /** `null` until the tokenizer is loaded. */
  readonly tokens: number | null;
}

export interface TextReport {
  readonly problems: readonly TextProblem[];
  readonly text: TextCounts;
  readonly finished: TextCounts;
  /** `null` where nothing is selected. */
  readonly selection: TextCounts | null;
}

export interface ReportRequest {
  /** With `\n` alone at the ends of lines, as the editor counts. */
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
  readonly values: PreviewValues;
  readonly stable: StableText | null;
  readonly selected: string;
}

/** All that is said of a text below it. */
export function reportOn(request: ReportRequest, countTokens: ((text: string) => number) | null): TextReport {
  const { content, variables, values, stable, selected } = request;
  const count = (text: string): TextCounts => ({
    characters: countCharacters(text),
    words: countWords(text),
    tokens: countTokens === null ? null : countTokens(text),
  });
  return {
    problems: findProblems(content, variables, stable),
    text: count(content),
    finished: count(joinParts(finishText(content, variables, values).parts)),
    selection: selected === '' ? null : count(selected),
  };
}
