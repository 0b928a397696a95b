import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { TestInput } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { usePreview } from '../editor/preview-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { areSameInputs, findInputFaults, toDraftInput, toTestInput } from './draft-inputs.ts';
import { emptyTable, type InputTable } from './input-table.ts';
import { createDraftKeeper } from './keep-draft.ts';
import { mergeInputs } from './merge-inputs.ts';
import { createTableActions, type TableActions } from './table-actions.ts';

interface TestInputsState extends TableActions {
  /** By place. */
  readonly tables: Readonly<Record<string, InputTable>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  /** Fills the table: with what was typed before and not saved, else with what the registry has. */
  load(place: PromptPlace): Promise<void>;
  /** Reads what the registry has now, and keeps what was typed beside it. */
  refresh(place: PromptPlace): Promise<void>;
  /** Keeps the table in the registry. Whatever the outcome, nothing that was typed is lost. */
  save(place: PromptPlace, variables: readonly VariableDeclaration[]): Promise<boolean>;
  /** Ends a conflict: with the own words or with theirs. */
  settle(place: PromptPlace, id: string, choice: 'mine' | 'theirs'): void;
  /** Writes at once what waits to be kept on this machine. */
  flush(): void;
}

/** The test inputs of each prompt, as they are being edited. */
export const useTestInputs = create<TestInputsState>()((set, get) => {
  const tableAt = (place: PromptPlace) => get().tables[placeKey(place)];
  const put = (table: InputTable) => set({ tables: { ...get().tables, [placeKey(table.place)]: table } });
  const change = (place: PromptPlace, part: Partial<InputTable>) => {
    const table = tableAt(place);
    if (table) put({ ...table, ...part });
  };
  const keeper = createDraftKeeper(tableAt);
  const readInputs = (place: PromptPlace) => unwrap(bridge.testInputs.list(place));

  /** Takes in what the registry has, however far the table is from it. */
  const meet = (place: PromptPlace, theirs: readonly TestInput[]) => {
    const table = tableAt(place);
    const others = theirs.map(toDraftInput);
    if (!table) return put({ ...emptyTable, place, base: theirs, inputs: others });
    const base = table.base.map(toDraftInput);
    if (areSameInputs(others, base)) return change(place, { base: theirs });
    if (areSameInputs(table.inputs, base)) {
      return change(place, { base: theirs, inputs: others, past: [], future: [], error: null });
    }
    const { inputs, conflicts } = mergeInputs(base, table.inputs, others);
    const older = table.conflicts.filter(({ mine }) => !conflicts.some((other) => other.mine.id === mine.id));
    change(place, { base: theirs, inputs, past: [], future: [], conflicts: [...older, ...conflicts] });
    keeper.keep(place);
  };

  return {
    tables: {},
    errors: {},
    ...createTableActions(tableAt, (place, part) => {
      change(place, part);
      keeper.keep(place);
    }),

    async load(place) {
      const key = placeKey(place);
      if (tableAt(place)) return get().refresh(place);
      try {
        const draft = await unwrap(bridge.testInputs.getDraft(place));
        if (draft && !tableAt(place)) put({ ...emptyTable, place, base: draft.base, inputs: draft.inputs });
      } catch (thrown) {
        set({ errors: { ...get().errors, [key]: toBridgeError(thrown) } });
      }
      await get().refresh(place);
    },

    async refresh(place) {
      const key = placeKey(place);
      try {
        meet(place, await readInputs(place));
        set({ errors: { ...get().errors, [key]: null } });
      } catch (thrown) {
        set({ errors: { ...get().errors, [key]: toBridgeError(thrown) } });
      }
    },

    async save(place, variables) {
      const table = tableAt(place);
      if (!table || table.isSaving) return false;
      const hasFaults = table.inputs.some((input) => Object.keys(findInputFaults(input)).length > 0);
      change(place, { isChecked: true, error: null });
      if (hasFaults || table.conflicts.length > 0) return false;
      change(place, { isSaving: true });
      const sent = table.inputs;
      const testInputs = sent.map((input) => toTestInput(input, variables));
      const answer = await bridge.testInputs.set({ ...place, testInputs, expected: [...table.base] });
      change(place, { isSaving: false });
      if (answer.ok) {
        const isAsSent = tableAt(place)?.inputs === sent;
        change(place, {
          base: answer.value,
          isChecked: false,
          ...(isAsSent ? { inputs: answer.value.map(toDraftInput) } : {}),
        });
        usePreview.getState().takeSets(place, answer.value);
        keeper.keep(place);
        return true;
      }
      const { testInputs: theirs } = answer.error.members as { testInputs?: TestInput[] };
      if (answer.error.code !== 'precondition-failed' || !theirs) {
        change(place, { error: answer.error });
        return false;
      }
      meet(place, theirs);
      if (tableAt(place)?.conflicts.length !== 0) return false;
      useNotices.getState().show({
        tone: 'neutral',
        title: 'Somebody else changed other test inputs',
        message: 'Both are kept: theirs are in the table, and yours were saved with them.',
      });
      return get().save(place, variables);
    },

    settle(place, id, choice) {
      const table = tableAt(place);
      const conflict = table?.conflicts.find(({ mine }) => mine.id === id);
      if (!table || !conflict) return;
      const conflicts = table.conflicts.filter((other) => other !== conflict);
      const inputs = table.inputs.map((input) =>
        input.id === id && choice === 'theirs' ? conflict.theirs : input,
      );
      change(place, { conflicts, inputs });
      keeper.keep(place);
    },

    flush: () => keeper.flush(),
  };
});

/** True where the table differs from what the registry has. */
export function hasUnsavedInputs(table: InputTable | undefined): boolean {
  return table !== undefined && !areSameInputs(table.inputs, table.base.map(toDraftInput));
}
