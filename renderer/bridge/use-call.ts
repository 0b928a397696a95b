import { useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import { toBridgeError } from './unwrap.ts';

interface Call {
  readonly isRunning: boolean;
  /** Why the last one failed; `null` where it did not, or while the next one runs. */
  readonly error: BridgeError | null;
  /** Starts nothing while one is running. */
  run<Value>(step: () => Promise<Value>, onDone: (value: Value) => void): Promise<void>;
  forgetError(): void;
}

/** Runs one call at a time, and says what went wrong: in `error`, and to `onFailed` where the caller shows it elsewhere. */
export function useCall(onFailed?: (error: BridgeError) => void): Call {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<BridgeError | null>(null);
  return {
    isRunning,
    error,
    async run(step, onDone) {
      if (isRunning) return;
      setRunning(true);
      setError(null);
      try {
        onDone(await step());
      } catch (thrown) {
        const failure = toBridgeError(thrown);
        setError(failure);
        onFailed?.(failure);
      } finally {
        setRunning(false);
      }
    },
    forgetError: () => setError(null),
  };
}
