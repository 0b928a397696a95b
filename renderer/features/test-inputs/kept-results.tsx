import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { EvaluationSummary } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeError } from '../../bridge/describe-error.ts';
import { TimeAgo } from '../../components/time-ago.tsx';
import { placeKey } from '../connections/connections-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { policyKey, usePolicies } from '../policy/policy-store.ts';
import { useEvaluations } from './evaluations-store.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import classes from './results-view.module.css';
import { useTestView } from './test-view-store.ts';

interface KeptResultsProps {
  readonly place: PromptPlace;
  /** The id of the one that is looked at. */
  readonly chosen: string | undefined;
}

const none: readonly EvaluationSummary[] = [];

/** What came out before and is kept in the registry: who ran it, when, and whether it still holds. */
export function KeptResults({ place, chosen }: KeptResultsProps) {
  const key = placeKey(place);
  const list = useEvaluations((state) => state.lists[key]) ?? none;
  const error = useEvaluations((state) => state.errors[key]);
  const stable = useLibrary((state) => findPrompt(state, place.connection, place.prompt)?.stable ?? null);
  const policy = usePolicies((state) => state.policies[policyKey(place)]);
  const { choose } = useTestView.getState();
  useEffect(() => void usePolicies.getState().load(place), [place]);
  return (
    <section aria-label="Kept results" className={classes.kept}>
      <h3>Kept results</h3>
      {policy?.requirePassingTests ? (
        <p className={classes.quiet}>
          The policy requires a result that passes: the registry promotes no version without one.
        </p>
      ) : null}
      {chosen === undefined ? null : (
        <Button variant="light" fullWidth mb={6} onClick={() => choose(place, { evaluation: undefined })}>
          Back to the table as it is now
        </Button>
      )}
      {error && list.length === 0 ? <p className={classes.quiet}>{describeError(error).title}.</p> : null}
      {list.length === 0 && !error ? (
        <p className={classes.quiet}>None yet. A result that you run and keep is shown at the review.</p>
      ) : null}
      <ul>
        {list.map((summary) => (
          <li key={summary.id}>
            <button
              type="button"
              className={classes.item}
              aria-current={summary.id === chosen || undefined}
              onClick={() => choose(place, { evaluation: summary.id })}
            >
              <span className={classes.itemTitle}>
                v{summary.candidate}
                {summary.baseline === null ? '' : ` against v${summary.baseline}`}
                <OutcomeMark passed={summary.passed} />
              </span>
              <span className={classes.quiet}>
                {summary.by.name}, <TimeAgo time={summary.createdAt} />
              </span>
              <span className={classes.quiet}>{describeHold(summary, stable)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether a result still says something about what there is now. */
function describeHold({ isCurrent, baseline }: EvaluationSummary, stable: number | null): string {
  if (!isCurrent) return 'The test inputs were changed since.';
  return baseline === stable ? 'Still holds.' : 'Still holds; stable is another version by now.';
}
