import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { TextProblem } from '#core/domain/problems.ts';
import { formatCount } from '../../format/counts.ts';
import { FixButtons } from './fix-buttons.tsx';
import classes from './problems-list.module.css';

interface ProblemsListProps {
  readonly id: string;
  readonly problems: readonly TextProblem[];
  readonly onGoTo: (problem: TextProblem) => void;
  /** Called with the label of the fix that was chosen; left out where nothing may be changed. */
  readonly onFix?: ((problem: TextProblem, label: string) => void) | undefined;
}

/** Nobody reads more; the rest shows as the first ones are mended. */
const shown = 100;

/** What is probably not meant as it is written, each with its ways out. */
export function ProblemsList({ id, problems, onGoTo, onFix }: ProblemsListProps) {
  return (
    <section id={id} aria-label="Problems" className={classes.list}>
      <ul>
        {problems.slice(0, shown).map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may read alike, and rows hold no state
          <li key={index} className={classes.row}>
            {hasPlace(problem) ? (
              <button type="button" className={classes.message} onClick={() => onGoTo(problem)}>
                <Message problem={problem} />
              </button>
            ) : (
              <p className={classes.message}>
                <Message problem={problem} />
              </p>
            )}
            {onFix ? (
              <div className={classes.fixes}>
                <FixButtons problem={problem} onFix={onFix} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {problems.length > shown ? (
        <p className={classes.rest}>and {formatCount(problems.length - shown, 'other')}</p>
      ) : null}
    </section>
  );
}

function Message({ problem }: { readonly problem: TextProblem }) {
  return (
    <>
      {problem.isWarning ? (
        <IconAlertTriangle size={15} className={classes.warning} aria-label="Warning:" />
      ) : (
        <IconInfoCircle size={15} className={classes.information} aria-label="Good to know:" />
      )}
      <span>{problem.message}</span>
    </>
  );
}

/** What stands in the text or has a field of its own can be gone to. */
function hasPlace({ places, fixes }: TextProblem): boolean {
  return places.length > 0 || fixes.length > 0;
}
