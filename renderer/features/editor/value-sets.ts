import type { TestInput } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { bridge } from '../../bridge/bridge.ts';
import { unwrap } from '../../bridge/unwrap.ts';
import { areSameValues, toFieldValues, toSetVariables } from '../../format/set-values.ts';
import { placeKey } from '../connections/connections-store.ts';
import { usePreview } from './preview-store.ts';

/** What can be done with the value sets of a prompt. All of these throw `BridgeFailure`. */

type Inputs = readonly TestInput[];

const mostAttempts = 5;
let running: Promise<unknown> = Promise.resolve();

/**
 * Changes the list as it is in the registry now, not as this screen last saw it: what somebody else did to the
 * other value sets stays. One change after the other.
 */
function change(place: PromptPlace, apply: (current: Inputs) => readonly NewInput[]): Promise<Inputs> {
  const attempt = async (attemptsLeft: number): Promise<Inputs> => {
    const current = await unwrap(bridge.testInputs.list(place));
    const testInputs = apply(current).map((input) => ({ ...input, variables: { ...input.variables } }));
    const answer = await bridge.testInputs.set({ ...place, testInputs, expected: current });
    // Somebody changed the list between the two calls.
    if (!answer.ok && answer.error.code === 'precondition-failed' && attemptsLeft > 1) {
      return attempt(attemptsLeft - 1);
    }
    return unwrap(Promise.resolve(answer));
  };
  const step = running.then(async () => {
    const stored = await attempt(mostAttempts);
    usePreview.getState().takeSets(place, stored);
    return stored;
  });
  running = step.catch(() => undefined);
  return step;
}

type NewInput = Omit<TestInput, 'id'> & { readonly id?: string };

/** Keeps what stands in the fields with the prompt, under a name of its own, and chooses it. */
export async function saveValueSet(
  place: PromptPlace,
  title: string,
  variables: readonly VariableDeclaration[],
): Promise<void> {
  const known = new Set<string>();
  const key = placeKey(place);
  const values = usePreview.getState().values[key] ?? {};
  const before = usePreview.getState().kept[key]?.chosen ?? null;
  const stored = await change(place, (current) => {
    for (const { id } of current) known.add(id);
    return [...current, { title, variables: toSetVariables(values, variables), checks: [] }];
  });
  const added = stored.find(({ id }) => !known.has(id));
  if (!added) return;
  usePreview.getState().choose(place, added.id);
  // What was typed over another set has a place of its own now: that set is as it is kept again.
  if (before !== null) usePreview.getState().settle(place, before);
}

/**
 * Keeps what was typed over a value set in it.
 *
 * @returns how to give the set its values of before, with those that were typed in the fields again
 */
export async function updateValueSet(
  place: PromptPlace,
  set: TestInput,
  variables: readonly VariableDeclaration[],
): Promise<() => Promise<void>> {
  const typed = usePreview.getState().values[placeKey(place)] ?? {};
  let before = set.variables;
  const put = (values: TestInput['variables']) =>
    change(
      place,
      replace(set, (input) => {
        before = input.variables;
        return { ...input, variables: values };
      }),
    );
  await put(toSetVariables(typed, variables));
  usePreview.getState().settle(place, set.id);
  return async () => {
    await put(before);
    usePreview.getState().choose(place, set.id);
    for (const [name, value] of Object.entries(typed)) usePreview.getState().setValue(place, name, value);
  };
}

/** Keeps the value of a renamed variable under its new name, too, in every value set. */
export async function carryIntoSets(place: PromptPlace, from: string, to: string): Promise<void> {
  const carried = new Set<string>();
  await change(place, (current) =>
    current.map((input) => {
      const value = input.variables[from];
      if (value === undefined || Object.hasOwn(input.variables, to)) return input;
      carried.add(input.id);
      return { ...input, variables: { ...input.variables, [to]: value } };
    }),
  );
  const { sets, kept, settle } = usePreview.getState();
  for (const set of sets[placeKey(place)] ?? []) {
    const typed = kept[placeKey(place)]?.changed[set.id];
    if (carried.has(set.id) && typed && areSameValues(typed, toFieldValues(set))) settle(place, set.id);
  }
}

export async function renameValueSet(place: PromptPlace, set: TestInput, title: string): Promise<void> {
  await change(
    place,
    replace(set, (input) => ({ ...input, title })),
  );
}

/** @returns how to put it back where it was */
export async function deleteValueSet(place: PromptPlace, set: TestInput): Promise<() => Promise<void>> {
  let index = 0;
  let removed: TestInput = set;
  await change(place, (current) => {
    index = Math.max(
      0,
      current.findIndex(({ id }) => id === set.id),
    );
    removed = current[index]?.id === set.id ? (current[index] ?? set) : set;
    return current.filter(({ id }) => id !== set.id);
  });
  return async () => {
    await change(place, (current) =>
      current.some(({ id }) => id === set.id) ? current : current.toSpliced(index, 0, removed),
    );
    usePreview.getState().choose(place, set.id);
  };
}

/** Changes one of a list. Where somebody deleted it meanwhile, it is put back: nothing that was typed is lost. */
function replace(set: TestInput, edit: (input: TestInput) => TestInput) {
  return (current: Inputs): Inputs => {
    const index = current.findIndex(({ id }) => id === set.id);
    const found = current[index];
    return found ? current.with(index, edit(found)) : [...current, edit(set)];
  };
}
