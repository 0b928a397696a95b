import type { PreviewValues, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { mostInputs } from './table-actions.ts';
import { useTestInputs } from './test-inputs-store.ts';
import { useTestView } from './test-view-store.ts';

/** The id of a test input's title field, to send the focus there. */
export const titleFieldId = (id: string) => `test-input-${id}`;

/** Adds a test input at the end and goes to its title; says so where there are as many as there may be. */
export function addInput(place: PromptPlace, values?: PreviewValues): void {
  goTo(place, useTestInputs.getState().add(place, values));
}

export function duplicateInput(place: PromptPlace, id: string): void {
  goTo(place, useTestInputs.getState().duplicate(place, id));
}

/** Removes a test input and offers to put it back. */
export function removeInput(place: PromptPlace, id: string): void {
  const { tables, remove } = useTestInputs.getState();
  const inputs = tables[placeKey(place)]?.inputs ?? [];
  const index = inputs.findIndex((input) => input.id === id);
  const removed = inputs[index];
  if (!removed) return;
  remove(place, id);
  const neighbour = inputs[index + 1] ?? inputs[index - 1];
  if (neighbour) goTo(place, neighbour.id);
  useNotices.getState().show({
    tone: 'neutral',
    title: `“${removed.title || `Test input ${index + 1}`}” was removed`,
    action: { label: 'Undo', run: () => useTestInputs.getState().putBack(place, removed, index) },
  });
}

/** Moves a row by some places, and keeps the focus where it is. */
export function moveInput(place: PromptPlace, id: string, by: number): void {
  const { tables, move } = useTestInputs.getState();
  const inputs = tables[placeKey(place)]?.inputs ?? [];
  const focused = document.activeElement;
  move(place, id, inputs.findIndex((input) => input.id === id) + by);
  // A row that moves in the document loses the focus.
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement) focused.focus();
  });
}

function goTo(place: PromptPlace, id: string | null): void {
  if (id === null) {
    useNotices.getState().show({
      tone: 'neutral',
      title: `A prompt has at most ${mostInputs} test inputs`,
      message: 'Remove one before you add another.',
    });
    return;
  }
  useTestView.getState().choose(place, { asked: id });
  focusTitle(id, 60);
}

/** @param frames so many are waited for at most: where the tab was just opened, the table is still to come */
function focusTitle(id: string, frames: number): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(titleFieldId(id));
    if (field instanceof HTMLTextAreaElement) {
      field.focus();
      field.select();
    } else if (frames > 0) focusTitle(id, frames - 1);
  });
}
