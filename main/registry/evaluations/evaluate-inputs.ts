import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TestInput, TestResult } from '#core/contract/test-shapes.ts';
import { evaluateInput } from '#core/domain/evaluate-input.ts';
import type { MatchPattern } from '#core/domain/test-checks.ts';
import type { CompiledText } from '../resolve/compiled-texts.ts';

/** The most that is kept of all finished texts of an evaluation together, in UTF-16 units. */
const keptUnits = 4 * 1024 * 1024;

/** Renders test inputs with one version or two, and checks what came out. Others get their turn in between. */
export async function evaluateInputs(
  inputs: readonly TestInput[],
  candidate: CompiledText,
  baseline: CompiledText | null,
  match: MatchPattern,
): Promise<TestResult[]> {
  const results: TestResult[] = [];
  let units = 0;
  const evaluate = async (text: CompiledText, input: TestInput) => {
    const outcome = await evaluateInput(text, input, match);
    units += outcome.text?.length ?? 0;
    return units > keptUnits ? { ...outcome, text: null } : outcome;
  };
  for (const input of inputs) {
    await nextTurn();
    const { id, title, variables } = input;
    results.push({
      input: { id, title, variables },
      candidate: await evaluate(candidate, input),
      baseline: baseline && (await evaluate(baseline, input)),
    });
  }
  return results;
}
