import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { KeySummary } from '#core/contract/member-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';

interface MemberKeysState {
  /** By member, the newest first; never a secret. Absent until loaded. */
  readonly keys: Readonly<Record<string, readonly KeySummary[]>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  load(connection: string, member: string): Promise<void>;
}

export const memberKey = (connection: string, member: string) => `${connection}/${member}`;

/** The keys of the members that were looked at. */
export const useMemberKeys = create<MemberKeysState>()((set, get) => ({
  keys: {},
  errors: {},
  async load(connection, member) {
    const key = memberKey(connection, member);
    try {
      const keys = await unwrap(bridge.keys.listOf({ connection, id: member }));
      const newestFirst = keys.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
      set({ keys: { ...get().keys, [key]: newestFirst }, errors: { ...get().errors, [key]: null } });
    } catch (thrown) {
      set({ errors: { ...get().errors, [key]: toBridgeError(thrown) } });
    }
  },
}));
