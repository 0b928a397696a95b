import type { TestResult } from './test-shapes.ts';

type Outcome = Omit<TestResult['candidate'], 'text'>;

/** What came of a test input, without the finished texts: those follow from the versions and the values. */
export interface TestOutcome {
  readonly input: TestResult['input'];
  readonly candidate: Outcome;
  readonly baseline: Outcome | null;
}

/** What the event log keeps the fingerprint of when an evaluation has finished. */
export function listOutcomes(results: readonly TestResult[]): TestOutcome[] {
  return results.map(({ input, candidate, baseline }) => ({
    input,
    candidate: withoutText(candidate),
    baseline: baseline && withoutText(baseline),
  }));
}

function withoutText({ text: _, ...outcome }: TestResult['candidate']): Outcome {
  return outcome;
}
