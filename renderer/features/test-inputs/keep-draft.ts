import type { DraftInput, TestInput } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { areSameInputs, toDraftInput } from './draft-inputs.ts';

interface KeptTable {
  readonly base: readonly TestInput[];
  readonly inputs: readonly DraftInput[];
}

const pause = 250;

/** Keeps on this machine what was typed into a table and is not in the registry, a moment after it was typed. */
export function createDraftKeeper(tableAt: (place: PromptPlace) => KeptTable | undefined) {
  const waiting = new Map<string, { place: PromptPlace; timer: ReturnType<typeof setTimeout> }>();

  const write = async (place: PromptPlace) => {
    waiting.delete(placeKey(place));
    const table = tableAt(place);
    if (!table) return;
    const { base, inputs } = table;
    try {
      if (areSameInputs(inputs, base.map(toDraftInput))) await unwrap(bridge.testInputs.discardDraft(place));
      else {
        const draft = { base: [...base], inputs: [...inputs] };
        await unwrap(bridge.testInputs.putDraft({ ...place, draft }));
      }
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    }
  };

  return {
    keep(place: PromptPlace) {
      const key = placeKey(place);
      clearTimeout(waiting.get(key)?.timer);
      waiting.set(key, { place, timer: setTimeout(() => void write(place), pause) });
    },
    flush() {
      for (const { place, timer } of waiting.values()) {
        clearTimeout(timer);
        void write(place);
      }
    },
  };
}
