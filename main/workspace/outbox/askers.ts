import { setTimeout as delay } from 'node:timers/promises';
import type { SendOutcome } from './send-save.ts';

/** `null` where the save waits for one before it, or for the registry. */
type Answer = Exclude<SendOutcome, { kind: 'unanswered' }> | null;

/** Whoever has just saved and still waits to hear what became of it. */
export interface Askers {
  /** Settles with the answer, or with `null` once that has taken too long. */
  ask(save: string, patience: number): Promise<Answer>;
  isAsking(save: string): boolean;
  /** Answers false where nobody asks any more. */
  answer(save: string, answer: Answer): boolean;
}

export function createAskers(): Askers {
  const asking = new Map<string, (answer: Answer) => void>();
  return {
    async ask(save, patience) {
      const answered = new Promise<Answer>((resolve) => asking.set(save, resolve));
      const ending = new AbortController();
      const tooLong = delay(patience, null, { signal: ending.signal }).catch(() => null);
      try {
        return await Promise.race([answered, tooLong]);
      } finally {
        asking.delete(save);
        ending.abort();
      }
    },
    isAsking: (save) => asking.has(save),
    answer(save, answer) {
      const settle = asking.get(save);
      asking.delete(save);
      settle?.(answer);
      return settle !== undefined;
    },
  };
}
