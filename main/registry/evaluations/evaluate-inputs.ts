import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TestInput, TestOutcome, TestResult } from '#core/contract/test-shapes.ts';
import { renderText } from '#core/domain/render.ts';
import { type MatchPattern, runCheck } from '#core/domain/test-checks.ts';
import { resolveValues } from '#core/domain/variables.ts';
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

async function evaluateInput(
  { template, variables }: CompiledText,
  input: TestInput,
  match: MatchPattern,
): Promise<TestOutcome> {
  const { values, missing, invalid } = resolveValues(template, variables, input.variables);
  const problem = describeFaults(missing, invalid);
  if (problem !== null) return { passed: false, text: null, problem, checks: [] };
  const text = renderText(template, values, 'keep');
  const checks: TestOutcome['checks'] = [];
  for (const check of input.checks) checks.push({ ...check, ...(await runCheck(check, text, match)) });
  return { passed: checks.every(({ passed }) => passed), text, problem: null, checks };
}

function describeFaults(
  missing: readonly string[],
  invalid: Readonly<Record<string, string>>,
): string | null {
  const sentences = Object.entries(invalid).map(([name, reason]) => `“${name}” ${reason}.`);
  if (missing.length > 0) sentences.push(`These variables need a value: ${missing.join(', ')}.`);
  return sentences.length === 0 ? null : sentences.join(' ');
}
