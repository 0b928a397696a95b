import type { DraftCheck, DraftInput } from '#core/contract/test-shapes.ts';
import type { PreviewValues, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { freeTitle } from './draft-inputs.ts';
import type { InputTable, Step } from './input-table.ts';

/** What can be done in the table. Every one of these is a step that can be undone. */
export interface TableActions {
  setTitle(place: PromptPlace, id: string, title: string): void;
  setValue(place: PromptPlace, id: string, variable: string, value: string): void;
  addCheck(place: PromptPlace, id: string): void;
  changeCheck(place: PromptPlace, id: string, check: string, part: Partial<DraftCheck>): void;
  removeCheck(place: PromptPlace, id: string, check: string): void;
  /** @returns the id of the new one, which is at the end */
  add(place: PromptPlace, values?: PreviewValues): string | null;
  /** @returns the id of the copy, which is below */
  duplicate(place: PromptPlace, id: string): string | null;
  move(place: PromptPlace, id: string, to: number): void;
  remove(place: PromptPlace, id: string): void;
  /** Puts one that was removed back where it was, unless it is there. */
  putBack(place: PromptPlace, input: DraftInput, at: number): void;
  undo(place: PromptPlace): void;
  redo(place: PromptPlace): void;
}

export const mostInputs = 100;
const mostSteps = 200;

export function createTableActions(
  tableAt: (place: PromptPlace) => InputTable | undefined,
  change: (place: PromptPlace, part: Partial<InputTable>) => void,
): TableActions {
  const step = (
    place: PromptPlace,
    what: string,
    apply: (inputs: readonly DraftInput[]) => readonly DraftInput[],
  ) => {
    const table = tableAt(place);
    if (!table) return;
    const last = table.past.at(-1);
    const isSameField = what !== '' && last?.what === what && table.future.length === 0;
    const past: readonly Step[] = isSameField
      ? table.past
      : [...table.past, { inputs: table.inputs, what }].slice(-mostSteps);
    change(place, { inputs: apply(table.inputs), past, future: [] });
  };
  const edit = (
    place: PromptPlace,
    id: string,
    what: string,
    apply: (input: DraftInput) => Partial<DraftInput>,
  ) =>
    step(place, what && `${id} ${what}`, (inputs) =>
      inputs.map((input) => (input.id === id ? { ...input, ...apply(input) } : input)),
    );
  const insert = (place: PromptPlace, input: DraftInput, at: number) => {
    step(place, '', (inputs) => inputs.toSpliced(at, 0, input));
    return input.id;
  };
  const travel = (place: PromptPlace, from: 'past' | 'future', to: 'past' | 'future') => {
    const table = tableAt(place);
    const last = table?.[from].at(-1);
    if (!table || !last) return;
    change(place, {
      inputs: last.inputs,
      [from]: table[from].slice(0, -1),
      [to]: [...table[to], { inputs: table.inputs, what: '' }],
    });
  };

  return {
    setTitle: (place, id, title) => edit(place, id, 'title', () => ({ title })),
    setValue: (place, id, variable, value) =>
      edit(place, id, `value ${variable}`, ({ values: { [variable]: _, ...others } }) => ({
        values: value === '' ? others : { ...others, [variable]: value },
      })),
    addCheck: (place, id) =>
      edit(place, id, '', ({ checks }) => ({
        checks: [...checks, { id: crypto.randomUUID(), kind: 'contains', value: '' }],
      })),
    changeCheck: (place, id, check, part) =>
      edit(place, id, `check ${check}`, ({ checks }) => ({
        checks: checks.map((other) => (other.id === check ? { ...other, ...part } : other)),
      })),
    removeCheck: (place, id, check) =>
      edit(place, id, '', ({ checks }) => ({ checks: checks.filter((other) => other.id !== check) })),
    add(place, values = {}) {
      const inputs = tableAt(place)?.inputs;
      if (!inputs || inputs.length >= mostInputs) return null;
      const title = freeTitle(`Test input ${inputs.length + 1}`, titlesOf(inputs));
      return insert(place, { id: crypto.randomUUID(), title, values, checks: [] }, inputs.length);
    },
    duplicate(place, id) {
      const inputs = tableAt(place)?.inputs ?? [];
      const index = inputs.findIndex((input) => input.id === id);
      const found = inputs[index];
      if (!found || inputs.length >= mostInputs) return null;
      const title = freeTitle(found.title, titlesOf(inputs));
      return insert(place, { ...found, id: crypto.randomUUID(), title }, index + 1);
    },
    move(place, id, to) {
      const inputs = tableAt(place)?.inputs ?? [];
      const from = inputs.findIndex((input) => input.id === id);
      const found = inputs[from];
      if (!found || to < 0 || to >= inputs.length || to === from) return;
      step(place, `${id} move`, () => inputs.toSpliced(from, 1).toSpliced(to, 0, found));
    },
    remove: (place, id) => step(place, '', (inputs) => inputs.filter((input) => input.id !== id)),
    putBack: (place, input, at) =>
      step(place, '', (inputs) =>
        inputs.some(({ id }) => id === input.id) ? inputs : inputs.toSpliced(at, 0, input),
      ),
    undo: (place) => travel(place, 'past', 'future'),
    redo: (place) => travel(place, 'future', 'past'),
  };
}

const titlesOf = (inputs: readonly DraftInput[]) => inputs.map(({ title }) => title);
