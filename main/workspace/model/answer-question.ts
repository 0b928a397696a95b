import type { ModelAnswer } from '#core/contract/model-shapes.ts';
import type { Patience } from './ask-model.ts';
import { askPatiently } from './ask-patiently.ts';
import { ModelFaultError } from './model-fault-error.ts';
import type { PreparedQuestion } from './model-service.ts';

/** So often the screen is told what has arrived, in milliseconds. */
const tellEvery = 80;

/**
 * Asks one question, and writes into `answer` what comes of it. Never rejects.
 *
 * @param tell what was added to the text, from which place on
 */
export async function answerQuestion(
  answer: ModelAnswer,
  question: PreparedQuestion,
  signal: AbortSignal,
  tell: (from: number, text: string) => void,
  patience?: Patience,
): Promise<void> {
  const begun = performance.now();
  let told = 0;
  let timer: NodeJS.Timeout | undefined;
  const tellNow = () => {
    timer = undefined;
    tell(told, answer.text.slice(told));
    told = answer.text.length;
  };
  const onText = (text: string) => {
    answer.text += text;
    timer ??= setTimeout(tellNow, tellEvery);
  };
  try {
    const { tokens, isAtLimit } = await askPatiently({ ...question, signal, onText, patience });
    Object.assign(answer, { state: 'done', tokens, isAtLimit });
  } catch (error) {
    if (signal.aborted) answer.state = 'cancelled';
    else {
      answer.state = 'failed';
      answer.fault = error instanceof ModelFaultError ? error.fault : { kind: 'failed', detail: null };
    }
  } finally {
    clearTimeout(timer);
    answer.seconds = (performance.now() - begun) / 1_000;
  }
}
