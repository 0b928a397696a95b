import type { PreviewValues } from '#core/contract/workspace-shapes.ts';
import { diffTexts } from '#core/domain/diff/diff-texts.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { finishText, joinParts } from '../../format/finished-text.ts';

export interface ComparisonRequest {
  readonly stable: { readonly content: string; readonly variables: readonly VariableDeclaration[] };
  readonly values: PreviewValues;
  /** The finished text of the draft. */
  readonly draft: string;
}

export interface ComparedPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What stable says with these values, and what the draft says, word by word. */
export function compareWithStable({ stable, values, draft }: ComparisonRequest): ComparedPart[] {
  const before = joinParts(finishText(stable.content, stable.variables, values).parts);
  return diffTexts(before, draft).flatMap(({ parts }) => parts.map(({ kind, text }) => ({ kind, text })));
}
