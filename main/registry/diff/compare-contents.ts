import { diffTexts } from '#core/domain/diff/diff-texts.ts';
import type { DiffHunk } from '#core/domain/diff/hunks.ts';
import { summariseDiff } from '#core/domain/diff/summarise-diff.ts';
import { parseTemplate } from '#core/domain/template.ts';
import { effectiveVariables, type VariableDeclaration } from '#core/domain/variables.ts';

/** What a version says. */
export interface ComparedContent {
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
}

export interface ContentQuestion {
  readonly from: ComparedContent;
  readonly to: ComparedContent;
}

export interface ContentDiff {
  readonly hunks: readonly DiffHunk[];
  readonly summary: string;
}

/** Compares what two versions say. */
export function compareContents({ from, to }: ContentQuestion): ContentDiff {
  const hunks = diffTexts(from.content, to.content);
  return { hunks, summary: summariseDiff(hunks, variablesOf(from), variablesOf(to)) };
}

function variablesOf({ content, variables }: ComparedContent) {
  return effectiveVariables(parseTemplate(content), variables);
}
