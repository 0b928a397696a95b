import { create } from 'zustand';
import type { PreviewValues, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';

interface PreviewState {
  /** What stands in the fields of the Variables panel, by place and variable. */
  readonly values: Readonly<Record<string, PreviewValues>>;
  load(place: PromptPlace): Promise<void>;
  /** Sets a value; the empty text means that there is none. */
  setValue(place: PromptPlace, variable: string, value: string): void;
  /** Gives another variable the value of this one, which keeps it: undoing a rename finds it again. */
  copyValue(place: PromptPlace, from: string, to: string): void;
  /** Sends at once what waits. */
  flush(): void;
}

const pause = 300;
const waiting = new Map<string, { place: PromptPlace; timer: ReturnType<typeof setTimeout> }>();

/** The values that prompts are tried with. They belong to this machine, not to the prompt. */
export const usePreview = create<PreviewState>()((set, get) => {
  const send = async (place: PromptPlace) => {
    waiting.delete(placeKey(place));
    try {
      await unwrap(bridge.previewValues.put({ ...place, values: get().values[placeKey(place)] ?? {} }));
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    }
  };
  return {
    values: {},
    async load(place) {
      const key = placeKey(place);
      if (get().values[key]) return;
      try {
        const values = await unwrap(bridge.previewValues.get(place));
        set({ values: { ...get().values, [key]: { ...values, ...get().values[key] } } });
      } catch (thrown) {
        toBridgeError(thrown);
      }
    },
    setValue(place, variable, value) {
      const key = placeKey(place);
      const { [variable]: _, ...others } = get().values[key] ?? {};
      const next = value === '' ? others : { ...others, [variable]: value };
      set({ values: { ...get().values, [key]: next } });
      clearTimeout(waiting.get(key)?.timer);
      waiting.set(key, { place, timer: setTimeout(() => void send(place), pause) });
    },
    copyValue(place, from, to) {
      const values = get().values[placeKey(place)] ?? {};
      if (Object.hasOwn(values, from)) get().setValue(place, to, values[from] ?? '');
    },
    flush() {
      for (const { place, timer } of waiting.values()) {
        clearTimeout(timer);
        void send(place);
      }
    },
  };
});
