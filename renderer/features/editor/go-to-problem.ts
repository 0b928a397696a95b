import type { TextProblem } from '#core/domain/problems.ts';
import { goToVariableField } from './go-to-variable-field.ts';
import { useTextTools } from './text-tools-store.ts';

/** Selects where a problem stands; one without a place belongs to a variable's field. */
export function goToProblem({ places, subject }: TextProblem): void {
  const [first] = places;
  if (first) useTextTools.getState().handle?.select(first.start, first.end);
  else goToVariableField(subject);
}
