import type { ModelAnswer, ModelRun } from '#core/contract/model-shapes.ts';
import type { TestResult, WantedEvaluation } from '#core/contract/test-shapes.ts';
import { hashText } from '../../format/hash-text.ts';

type WantedAnswers = NonNullable<WantedEvaluation['answers']>;

/** The most that is handed to a registry with an evaluation, in UTF-16 units of all answers together. */
const longestAnswers = 1_000_000;

/**
 * The answers that a model gave to exactly these finished texts, the newest run first; `null` where they are too
 * long together to be kept in a registry.
 */
export async function findAnswers(
  runs: readonly ModelRun[],
  results: readonly TestResult[],
): Promise<WantedAnswers | null> {
  const found: WantedAnswers = [];
  for (const { input, candidate, baseline } of results) {
    const hashes = {
      candidate: candidate.text === null ? null : await hashText(candidate.text),
      baseline: baseline?.text == null ? null : await hashText(baseline.text),
    };
    const run = runs.find(({ answers }) =>
      answers.some(
        ({ side, textHash, state }) =>
          side === 'candidate' && state === 'done' && textHash === hashes.candidate,
      ),
    );
    if (!run) continue;
    const isOver = ({ state, input: of }: ModelAnswer) => state === 'done' && of === input.id;
    const find = (hash: string | null) =>
      run.answers.find((answer) => isOver(answer) && answer.textHash === hash);
    const [left, right] = [find(hashes.candidate), find(hashes.baseline)];
    if (!left && !right) continue;
    found.push({
      input: input.id,
      model: run.model.name,
      candidate: left?.text ?? null,
      baseline: right?.text ?? null,
      askedAt: run.startedAt,
      tokens: { candidate: left?.tokens ?? null, baseline: right?.tokens ?? null },
    });
  }
  const length = found.reduce(
    (sum, { candidate, baseline }) => sum + (candidate?.length ?? 0) + (baseline?.length ?? 0),
    0,
  );
  return length > longestAnswers ? null : found;
}
