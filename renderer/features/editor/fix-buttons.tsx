import type { TextProblem } from '#core/domain/problems.ts';
import classes from './fix-buttons.module.css';

interface FixButtonsProps {
  readonly problem: TextProblem;
  /** Called with the label of the fix that was chosen. */
  readonly onFix: (problem: TextProblem, label: string) => void;
  /** The id of the first one, for whoever sends the focus there. */
  readonly firstId?: string;
}

/** The ways out of a problem, one button each. */
export function FixButtons({ problem, onFix, firstId }: FixButtonsProps) {
  return (
    <span className={classes.fixes}>
      {problem.fixes.map(({ label }, position) => (
        <button
          key={label}
          id={position === 0 ? firstId : undefined}
          type="button"
          className={classes.fix}
          onClick={() => onFix(problem, label)}
        >
          {label}
        </button>
      ))}
    </span>
  );
}
