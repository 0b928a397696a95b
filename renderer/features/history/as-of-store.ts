import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { StableInterval } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useVersions } from './versions-store.ts';

export interface AsOfAnswer {
  /** The moment that was asked for, RFC 3339. */
  readonly at: string;
  /** What was stable then; `null` where nothing was, or where the registry did not answer. */
  readonly interval: StableInterval | null;
  readonly error: BridgeError | null;
}

interface AsOfState {
  /** What stands in the field, in local time, by place. */
  readonly asked: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, AsOfAnswer>>;
  /** Asks the registry what was stable at a local time such as `2026-03-03T14:00`; clears where it is empty. */
  ask(place: PromptPlace, local: string): Promise<void>;
}

/** “Which version was active on 3 March at 14:00?”, and the registry's answer. */
export const useAsOf = create<AsOfState>()((set, get) => ({
  asked: {},
  answers: {},
  async ask(place, local) {
    const key = placeKey(place);
    const { [key]: _, ...others } = get().answers;
    set({ asked: { ...get().asked, [key]: local }, answers: others });
    const date = new Date(local);
    if (local === '' || Number.isNaN(date.getTime())) return;
    const at = date.toISOString();
    const answer = (interval: StableInterval | null, error: BridgeError | null) => {
      if (get().asked[key] === local) set({ answers: { ...get().answers, [key]: { at, interval, error } } });
    };
    try {
      const interval = await unwrap(bridge.promotions.stableAt({ ...place, at }));
      answer(interval, null);
      if (get().asked[key] === local) useVersions.getState().select(place, interval.version);
    } catch (thrown) {
      const error = toBridgeError(thrown);
      answer(null, error.code === 'channel-empty' ? null : error);
    }
  },
}));
