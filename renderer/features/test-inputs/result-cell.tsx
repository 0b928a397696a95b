import type { TestResult } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { readsDifferently } from '../../format/describe-results.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import classes from './result-cell.module.css';
import { useTestView } from './test-view-store.ts';

interface ResultCellProps {
  readonly place: PromptPlace;
  readonly id: string;
  readonly name: string;
  readonly result: TestResult | undefined;
}

/** What comes of a test input now, and the way to its texts. */
export function ResultCell({ place, id, name, result }: ResultCellProps) {
  if (!result) return <span className={classes.waiting}>…</span>;
  const { candidate } = result;
  const failed = candidate.checks.filter(({ passed }) => !passed);
  return (
    <button
      type="button"
      className={classes.result}
      onClick={() =>
        useTestView.getState().choose(place, { view: 'results', selected: id, evaluation: undefined })
      }
    >
      <span className={classes.forScreenReaders}>Result of {name}:</span>
      <span className={classes.resultWords}>
        <OutcomeMark passed={candidate.passed} />
        <span className={classes.reason}>
          {candidate.problem ?? failed[0]?.reason ?? (readsDifferently(result) ? 'Reads differently' : '')}
        </span>
      </span>
    </button>
  );
}
