import type { KeyboardEvent } from 'react';
import type { TestResult } from '#core/contract/test-shapes.ts';
import { readsDifferently } from '../../format/describe-results.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import classes from './results-view.module.css';

interface ResultListProps {
  readonly results: readonly TestResult[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** The test inputs with what came of each, to go through with the arrow keys. */
export function ResultList({ results, selected, onSelect }: ResultListProps) {
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const index = results.findIndex(({ input }) => input.id === selected) + by;
    const next = results[index];
    if (by === 0 || !next) return;
    event.preventDefault();
    onSelect(next.input.id);
    event.currentTarget.querySelectorAll('button')[index]?.focus();
  };
  return (
    <nav aria-label="Results of the test inputs" className={classes.results}>
      <ol onKeyDown={step}>
        {results.map((result) => {
          const { id, title } = result.input;
          const isSelected = id === selected;
          return (
            <li key={id}>
              <button
                type="button"
                className={classes.item}
                aria-current={isSelected || undefined}
                tabIndex={isSelected ? 0 : -1}
                onClick={() => onSelect(id)}
              >
                <span className={classes.itemTitle}>{title || 'Without a title'}</span>
                <span className={classes.itemState}>
                  <OutcomeMark passed={result.candidate.passed} />
                  {readsDifferently(result) ? <span>reads differently</span> : null}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
