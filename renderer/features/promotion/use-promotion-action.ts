import { useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { useNotices } from '../shell/notices-store.ts';

/** Runs one step at a time and shows what went wrong, as a notice unless `onFailed` says it in place. */
export function usePromotionAction(onFailed?: (error: BridgeError) => void): {
  readonly isRunning: boolean;
  run<Value>(step: () => Promise<Value>, onDone: (value: Value) => void): Promise<void>;
} {
  const [isRunning, setRunning] = useState(false);
  return {
    isRunning,
    async run(step, onDone) {
      if (isRunning) return;
      setRunning(true);
      try {
        onDone(await step());
      } catch (thrown) {
        const error = toBridgeError(thrown);
        if (onFailed) onFailed(error);
        else useNotices.getState().showError(error);
      } finally {
        setRunning(false);
      }
    },
  };
}
