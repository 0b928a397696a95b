import type { TestResult } from '#core/contract/test-shapes.ts';
import { describeCheck } from '../../format/describe-check.ts';
import classes from './check-list.module.css';
import { OutcomeMark } from './outcome-mark.tsx';

interface CheckListProps {
  readonly candidate: TestResult['candidate'];
  readonly baseline: TestResult['baseline'];
  readonly names: { readonly candidate: string; readonly baseline: string | null };
}

/** Every check with whether it passed and why it did not, for the candidate and beside it for the other. */
export function CheckList({ candidate, baseline, names }: CheckListProps) {
  if (candidate.problem !== null) {
    return (
      <p className={classes.problem}>
        <OutcomeMark passed={false} /> {candidate.problem}
      </p>
    );
  }
  if (candidate.checks.length === 0) {
    return <p className={classes.none}>There are no checks: it passes because there is a finished text.</p>;
  }
  return (
    <ul className={classes.list} aria-label="Checks">
      {candidate.checks.map((check, index) => {
        const other = baseline?.checks[index];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: checks have no other identity than their place
          <li key={index} className={classes.check}>
            <OutcomeMark passed={check.passed} />
            <span>
              {describeCheck(check)}
              {check.reason ? <span className={classes.reason}> {check.reason}</span> : null}
              {other && other.passed !== check.passed ? (
                <span className={classes.other}>
                  {' '}
                  {names.baseline} {other.passed ? 'passes' : 'fails'} this.
                </span>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
