import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { ReplicaUsage } from '#core/contract/replica-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { useNotices } from '../shell/notices-store.ts';

interface OfflineState {
  /** What is kept of each registry, by connection; absent until loaded. */
  readonly usage: Readonly<Record<string, ReplicaUsage>>;
  readonly error: BridgeError | null;
  load(): Promise<void>;
  /** Fetches ahead what there is room for. */
  fill(connection: string): Promise<void>;
  /** Removes what is kept of a registry; its list of prompts is read again at once. */
  clear(connection: string): Promise<void>;
}

/** What can be read without a network. */
export const useOffline = create<OfflineState>()((set, get) => ({
  usage: {},
  error: null,
  async load() {
    try {
      const usage = await unwrap(bridge.replicas.list());
      set({ usage: Object.fromEntries(usage.map((one) => [one.connection, one])), error: null });
    } catch (thrown) {
      set({ error: toBridgeError(thrown) });
    }
  },
  async fill(connection) {
    try {
      await unwrap(bridge.replicas.fill({ connection }));
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    }
    await get().load();
  },
  async clear(connection) {
    try {
      await unwrap(bridge.replicas.clear({ connection }));
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    }
    await get().load();
  },
}));
