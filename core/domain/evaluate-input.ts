import { renderText } from './render.ts';
import type { Template } from './template.ts';
import { type CheckOutcome, type MatchPattern, runCheck, type TestCheck } from './test-checks.ts';
import { resolveValues, type VariableDeclaration, type VariableValue } from './variables.ts';

/** A prompt's text with all its variables, ready to be rendered. */
export interface EvaluatedText {
  readonly template: Template;
  readonly variables: readonly VariableDeclaration[];
}

/** The part of a test input that decides what comes out of it. */
export interface EvaluatedInput {
  readonly variables: Readonly<Record<string, VariableValue>>;
  readonly checks: readonly TestCheck[];
}

/** A test input, rendered and checked. */
export interface InputOutcome {
  readonly passed: boolean;
  /** The finished text; `null` where there is none. */
  readonly text: string | null;
  /** Why there is no finished text, in words. */
  readonly problem: string | null;
  readonly checks: (TestCheck & CheckOutcome)[];
}

/** Renders a test input with a text and runs its checks: the same for the registry and for a draft on the screen. */
export async function evaluateInput(
  { template, variables }: EvaluatedText,
  input: EvaluatedInput,
  match: MatchPattern,
): Promise<InputOutcome> {
  const { values, missing, invalid } = resolveValues(template, variables, input.variables);
  const problem = describeFaults(missing, invalid);
  if (problem !== null) return { passed: false, text: null, problem, checks: [] };
  const text = renderText(template, values, 'keep');
  const checks: InputOutcome['checks'] = [];
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
