import { create } from 'zustand';
import type { TestInput } from '#core/contract/test-shapes.ts';
import type { KeptValues, PreviewValues, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { areSameValues, toFieldValues } from '../../format/set-values.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';

interface PreviewState {
  /** What stands in the fields of the Variables panel, by place and variable. */
  readonly values: Readonly<Record<string, PreviewValues>>;
  /** What was typed and is not kept with the prompt, by place: it belongs to this machine. */
  readonly kept: Readonly<Record<string, KeptValues>>;
  /** The value sets that are kept with the prompt: its test inputs, by place. */
  readonly sets: Readonly<Record<string, readonly TestInput[]>>;
  load(place: PromptPlace): Promise<void>;
  /** Reads the value sets again. */
  loadSets(place: PromptPlace): Promise<void>;
  /** Takes in value sets as the registry has them now. */
  takeSets(place: PromptPlace, sets: readonly TestInput[]): void;
  /** Shows a value set, or the user's own values; what was typed elsewhere comes back with its choice. */
  choose(place: PromptPlace, id: string | null): void;
  /** Forgets what was typed over a value set. */
  settle(place: PromptPlace, id: string): void;
  /** Sets a value; the empty text means that there is none. */
  setValue(place: PromptPlace, variable: string, value: string): void;
  /**
   * Gives another variable the value of this one in the user's own values and in each value set. This one keeps it:
   * undoing a rename finds it again, and so does the version that is stable.
   *
   * @returns how many value sets have such a value
   */
  copyValue(place: PromptPlace, from: string, to: string): number;
  /** Sends at once what waits. */
  flush(): void;
}

const pause = 300;
const waiting = new Map<string, { place: PromptPlace; timer: ReturnType<typeof setTimeout> }>();
const nothing: KeptValues = { chosen: null, own: {}, changed: {} };

/** The values that prompts are tried with. */
export const usePreview = create<PreviewState>()((set, get) => {
  const send = async (place: PromptPlace) => {
    waiting.delete(placeKey(place));
    try {
      await unwrap(bridge.previewValues.put({ ...place, kept: get().kept[placeKey(place)] ?? nothing }));
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    }
  };
  const plan = (place: PromptPlace) => {
    const key = placeKey(place);
    clearTimeout(waiting.get(key)?.timer);
    waiting.set(key, { place, timer: setTimeout(() => void send(place), pause) });
  };
  const keptAt = (place: PromptPlace) => get().kept[placeKey(place)] ?? nothing;
  const setAt = (place: PromptPlace, id: string) =>
    get().sets[placeKey(place)]?.find((candidate) => candidate.id === id);
  const show = (place: PromptPlace, kept: KeptValues) => {
    const { chosen, own, changed } = kept;
    const chosenSet = chosen === null ? undefined : setAt(place, chosen);
    const values = chosen === null ? own : (changed[chosen] ?? (chosenSet ? toFieldValues(chosenSet) : {}));
    const key = placeKey(place);
    set({ kept: { ...get().kept, [key]: kept }, values: { ...get().values, [key]: values } });
  };
  const change = (place: PromptPlace, kept: KeptValues) => {
    show(place, kept);
    plan(place);
  };
  return {
    values: {},
    kept: {},
    sets: {},
    async load(place) {
      const key = placeKey(place);
      if (get().sets[key] === undefined) void get().loadSets(place);
      if (get().kept[key]) return;
      try {
        const kept = await unwrap(bridge.previewValues.get(place));
        if (!get().kept[key]) show(place, kept);
      } catch (thrown) {
        toBridgeError(thrown);
      }
    },
    async loadSets(place) {
      try {
        get().takeSets(place, await unwrap(bridge.testInputs.list(place)));
      } catch (thrown) {
        toBridgeError(thrown);
      }
    },
    takeSets(place, sets) {
      set({ sets: { ...get().sets, [placeKey(place)]: sets } });
      const kept = get().kept[placeKey(place)];
      if (!kept) return;
      if (kept.chosen === null || setAt(place, kept.chosen)) return show(place, kept);
      // Somebody deleted it: what was typed over it goes on as the user's own, where there is nothing else.
      const left = kept.changed[kept.chosen];
      const own = left && Object.keys(kept.own).length === 0 ? left : kept.own;
      change(place, { ...kept, chosen: null, own });
    },
    choose: (place, id) => change(place, { ...keptAt(place), chosen: id }),
    settle(place, id) {
      const { [id]: _, ...changed } = keptAt(place).changed;
      change(place, { ...keptAt(place), changed });
    },
    setValue(place, variable, value) {
      const { [variable]: _, ...others } = get().values[placeKey(place)] ?? {};
      const next = value === '' ? others : { ...others, [variable]: value };
      const kept = keptAt(place);
      if (kept.chosen === null) return change(place, { ...kept, own: next });
      const { [kept.chosen]: _before, ...changed } = kept.changed;
      const chosenSet = setAt(place, kept.chosen);
      const isBack = chosenSet && areSameValues(toFieldValues(chosenSet), next);
      change(place, { ...kept, changed: isBack ? changed : { ...changed, [kept.chosen]: next } });
    },
    copyValue(place, from, to) {
      const kept = keptAt(place);
      const copy = (values: PreviewValues) => {
        const value = values[from];
        return value === undefined || Object.hasOwn(values, to) ? values : { ...values, [to]: value };
      };
      const changed = { ...kept.changed };
      let count = 0;
      for (const set of get().sets[placeKey(place)] ?? []) {
        const values = changed[set.id] ?? toFieldValues(set);
        const next = copy(values);
        if (next === values) continue;
        changed[set.id] = next;
        if (Object.hasOwn(set.variables, from)) count += 1;
      }
      change(place, { ...kept, own: copy(kept.own), changed });
      return count;
    },
    flush() {
      for (const { place, timer } of waiting.values()) {
        clearTimeout(timer);
        void send(place);
      }
    },
  };
});
