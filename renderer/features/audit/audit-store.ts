import { create } from 'zustand';
import type { AuditRecord } from '#core/contract/audit-shapes.ts';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';

interface AuditState {
  /** Which question the answer is for; the empty text where none was asked. */
  readonly asked: string;
  readonly record: AuditRecord | null;
  readonly error: BridgeError | null;
  /** Asks what was stable at a moment. Of questions that come fast, only the last one is answered. */
  ask(place: PromptPlace, at: string): Promise<void>;
}

/** The answer to “What was active on …”. */
export const useAudit = create<AuditState>()((set, get) => ({
  asked: '',
  record: null,
  error: null,
  async ask(place, at) {
    const asked = `${placeKey(place)} ${at}`;
    // The answer of the same prompt stays until the new one is there: the screen does not flicker.
    const isSamePrompt = get().asked.startsWith(`${placeKey(place)} `);
    set({ asked, record: isSamePrompt ? get().record : null, error: null });
    try {
      const question = { since: at, until: at, proof: 'none' as const };
      const record = await unwrap(bridge.audit.collect({ ...place, ...question }));
      if (get().asked === asked) set({ record });
    } catch (thrown) {
      if (get().asked === asked) set({ record: null, error: toBridgeError(thrown) });
    }
  },
}));
