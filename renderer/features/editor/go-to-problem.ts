import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { TextProblem } from '#core/domain/problems.ts';
import { useNotices } from '../shell/notices-store.ts';
import { readProblems } from './apply-fix.ts';
import { goToVariableField } from './go-to-variable-field.ts';
import { findStop, listStops } from './problem-stops.ts';
import { useTextTools } from './text-tools-store.ts';

type Place = TextProblem['places'][number];

/** Selects where a problem stands; one without a place belongs to a variable's field. */
export function goToProblem({ places, subject }: TextProblem): void {
  const [first] = places;
  if (first) useTextTools.getState().handle?.select(first.start, first.end);
  else goToVariableField(subject);
}

/** Goes to the next or the previous problem, all around, and says there what is wrong. */
export function stepToProblem(place: PromptPlace, step: 1 | -1): void {
  const { handle, shownProblem, showProblem } = useTextTools.getState();
  if (!handle) return;
  const stops = listStops(readProblems(place));
  const isAsBefore = shownProblem?.count === stops.length;
  const index = findStop(stops, handle.getSelection(), isAsBefore ? shownProblem.index : null, step);
  const stop = stops[index];
  if (!stop) {
    showProblem(null);
    useNotices.getState().show({ tone: 'success', title: 'There are no problems in this text' });
    return;
  }
  if (stop.place) handle.select(stop.place.start, stop.place.end);
  else goToVariableField(stop.problem.subject);
  showProblem({ ...stop, index, count: stops.length });
}

/** Says what is wrong where the caret is. False where nothing is. */
export function showProblemAtCaret(place: PromptPlace): boolean {
  const { handle, showProblem } = useTextTools.getState();
  if (!handle) return false;
  const { start } = handle.getSelection();
  const stops = listStops(readProblems(place));
  const isHere = (found: Place | null) => found !== null && found.start <= start && start <= found.end;
  const index = stops.findIndex((stop) => isHere(stop.place));
  const stop = stops[index];
  if (stop) showProblem({ ...stop, index, count: stops.length });
  return stop !== undefined;
}
