import { setTimeout as wait } from 'node:timers/promises';
import { type AnswerEnd, askModel, type ModelQuestionOptions } from './ask-model.ts';
import { ModelFaultError } from './model-fault-error.ts';

const mostAttempts = 4;
/** Longer than this nobody waits in front of a screen; in milliseconds. */
const longestWait = 60_000;

/**
 * Asks again where the model's server is busy, no sooner than it wants. An answer that has begun is never asked for
 * again: it would be paid twice.
 *
 * @throws {ModelFaultError} as `askModel` does
 */
export async function askPatiently(options: ModelQuestionOptions, firstPause = 1_000): Promise<AnswerEnd> {
  let hasBegun = false;
  const onText = (text: string) => {
    hasBegun = true;
    options.onText(text);
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await askModel({ ...options, onText });
    } catch (error) {
      const isBusy = error instanceof ModelFaultError && error.fault.kind === 'busy';
      if (!isBusy || hasBegun || attempt === mostAttempts) throw error;
      const pause = error.wait ?? firstPause * 2 ** (attempt - 1) * (1 + Math.random() / 2);
      if (pause > longestWait) throw error;
      await wait(pause, undefined, { signal: options.signal });
    }
  }
}
