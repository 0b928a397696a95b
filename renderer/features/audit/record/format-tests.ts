import canonicalize from 'canonicalize';
import type { AuditedInterval, AuditedTests } from '#core/contract/audit-shapes.ts';
import type { TestOutcome } from '#core/contract/test-outcomes.ts';
import { describeCheck } from '../../../format/describe-check.ts';
import { describeOutcomes } from '../../../format/describe-results.ts';
import { html, type Markup } from './markup.ts';

/** What came of each test input with the text that was promoted: which checks passed, which failed, and why. */
export function formatTests({ interval, tests }: AuditedInterval): Markup | null {
  if (!tests || tests.outcomes.length === 0) return null;
  const rows = tests.outcomes.map(
    ({
      input,
      candidate,
    }) => html`<tr><td>${input.title}</td><td>${formatValues(input.variables)}</td><td>${formatOutcome(candidate)}</td></tr>
`,
  );
  return html`<h3>The test inputs with v${interval.version}, as they came out before it was promoted</h3>
<p>${describeOutcomes(tests.outcomes)}.</p>
<table class="tests"><thead><tr><th>Test input</th><th>Values</th><th>Checks</th></tr></thead><tbody>
${rows}</tbody></table>
${
  tests.outcomesHash
    ? null
    : html`<p class="small">These results were kept before the log had a fingerprint of them: the registry vouches for them, the log does not.</p>
`
}`;
}

/** The same to the byte, as the log has its fingerprint. */
export function formatTestBoxes(intervals: readonly AuditedInterval[]): Markup | null {
  const kept = intervals.flatMap(({ interval: { version }, tests }) =>
    tests?.outcomesHash && tests.outcomes.length > 0 ? [{ version, tests }] : [],
  );
  if (kept.length === 0) return null;
  return html`<h3>The results of the test inputs, to the byte</h3>
${kept.map(({ version, tests }) => formatBox(version, tests))}`;
}

function formatBox(version: number, { outcomes, outcomesHash }: AuditedTests): Markup {
  return html`<div class="entry"><h3>Results with v${version}</h3>
<pre data-version="${version}" data-of="the results of the test inputs with v${version}" data-fingerprint="${outcomesHash}">${canonicalize(outcomes) ?? ''}</pre>
<p class="small">Fingerprint <code>${outcomesHash}</code></p></div>
`;
}

function formatValues(values: TestOutcome['input']['variables']): Markup {
  const entries = Object.entries(values);
  if (entries.length === 0) return html`none`;
  return html`${entries.map(([name, value]) => html`<code>${name}</code> ${String(value)}<br>`)}`;
}

function formatOutcome({ passed, problem, checks }: TestOutcome['candidate']): Markup {
  if (problem !== null) return html`<strong>Failed.</strong> ${problem}`;
  if (checks.length === 0) return html`${passed ? 'Passed: ' : ''}there is a finished text, and no check.`;
  return html`${checks.map(
    ({ reason, ...check }) =>
      html`<strong>${check.passed ? 'Passed' : 'Failed'}:</strong> ${describeCheck(check)}.${reason ? html` ${reason}` : null}<br>`,
  )}`;
}
