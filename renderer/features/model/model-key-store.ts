import { create } from 'zustand';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { useNotices } from '../shell/notices-store.ts';

interface ModelKeyState {
  /** Whether there is a key for the model; `null` until that was asked. The key itself never comes here. */
  readonly hasKey: boolean | null;
  load(): Promise<void>;
  /** @returns whether it is kept */
  keep(key: string): Promise<boolean>;
  remove(): Promise<void>;
}

export const useModelKey = create<ModelKeyState>()((set) => {
  const attempt = async (work: Promise<unknown>, hasKey: boolean): Promise<boolean> => {
    try {
      await work;
      set({ hasKey });
      return true;
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
      return false;
    }
  };
  return {
    hasKey: null,
    async load() {
      try {
        set({ hasKey: await unwrap(bridge.model.hasKey()) });
      } catch (thrown) {
        useNotices.getState().showError(toBridgeError(thrown));
      }
    },
    keep: (key) => attempt(unwrap(bridge.model.setKey({ key })), true),
    remove: async () => void (await attempt(unwrap(bridge.model.removeKey()), false)),
  };
});
