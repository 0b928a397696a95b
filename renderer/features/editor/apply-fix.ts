import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { type Fix, findProblems, type TextProblem } from '#core/domain/problems.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { useEditor } from './editor-store.ts';
import { useTextTools } from './text-tools-store.ts';

/**
 * Does what a fix promises, on the text as it is now: it may have changed since the problem was found. Nothing
 * happens where the problem is gone.
 */
export function applyFix(place: PromptPlace, problem: TextProblem, label: string): void {
  const fresh = findAgain(readProblems(place), problem);
  const fix = fresh?.fixes.find((candidate) => candidate.label === label);
  if (fix) perform(place, fix);
}

/** What is wrong with the text as it is in this moment; offsets count in the editor's text. */
export function readProblems(place: PromptPlace): TextProblem[] {
  const { handle, stable } = useTextTools.getState();
  const document = useEditor.getState().documents[placeKey(place)];
  return handle && document ? findProblems(handle.getText(), document.variables, stable) : [];
}

/** The same problem in newer findings: of several that read alike, the one nearest to where it was. */
export function findAgain(problems: readonly TextProblem[], sought: TextProblem): TextProblem | undefined {
  const distance = ({ places }: TextProblem) =>
    Math.abs((places[0]?.start ?? 0) - (sought.places[0]?.start ?? 0));
  return problems
    .filter(({ kind, subject }) => kind === sought.kind && subject === sought.subject)
    .toSorted((one, other) => distance(one) - distance(other))[0];
}

function perform(place: PromptPlace, fix: Fix): void {
  const { declareVariable, removeDeclaration } = useEditor.getState();
  switch (fix.kind) {
    case 'edit':
      useTextTools.getState().handle?.applyEdits(fix.edits);
      break;
    case 'declare': {
      const refusal = declareVariable(place, { name: fix.name, type: 'text', required: true });
      if (refusal) useNotices.getState().show({ tone: 'warning', title: 'Not declared', message: refusal });
      break;
    }
    case 'remove-declaration':
      removeDeclaration(place, fix.name);
      break;
  }
}
