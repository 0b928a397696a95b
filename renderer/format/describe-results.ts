/** What came out for one test input, as far as a sentence about all of them needs it. */
interface CountedResult {
  readonly candidate: CountedOutcome;
  /** `null` where there is nothing to compare with. */
  readonly baseline: CountedOutcome | null;
}

interface CountedOutcome {
  readonly passed: boolean;
  /** The finished text; `null` where there is none or where it was not kept. */
  readonly text: string | null;
  readonly problem: string | null;
}

/** True where the candidate reads differently from what it is compared with. */
export function readsDifferently({ candidate, baseline }: CountedResult): boolean {
  if (!baseline) return false;
  return candidate.text !== baseline.text || candidate.problem !== baseline.problem;
}

/**
 * What came out, in one line: “9 of 10 pass; 3 read differently from stable”.
 *
 * @param baseline what it was compared with, for example `stable` or `v7`
 */
export function describeResults(results: readonly CountedResult[], baseline: string): string {
  const { length } = results;
  if (length === 0) return 'There are no test inputs';
  const passing = describeOutcomes(results);
  if (results.every((result) => result.baseline === null)) return passing;
  const differing = results.filter(readsDifferently).length;
  if (differing === 0) return `${passing}; ${length === 1 ? 'it reads' : 'all read'} the same as ${baseline}`;
  const verb = differing === 1 ? 'reads' : 'read';
  return `${passing}; ${differing === length && length > 1 ? 'all' : differing} ${verb} differently from ${baseline}`;
}

/** How many pass: “All 10 pass”, “9 of 10 pass”. */
export function describeOutcomes(
  results: readonly { readonly candidate: { readonly passed: boolean } }[],
): string {
  const { length } = results;
  const passed = results.filter(({ candidate }) => candidate.passed).length;
  return passed === length ? allOf(length, 'passes', 'pass') : `${passed} of ${length} pass`;
}

function allOf(count: number, singular: string, plural: string): string {
  return count === 1 ? `The one test input ${singular}` : `All ${count} ${plural}`;
}
