import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { describePolicy } from '../../format/describe-policy.ts';
import { describeResults } from '../../format/describe-results.ts';
import { namePeople } from '../../format/name-people.ts';
import { placeKey } from '../connections/connections-store.ts';
import { usePreview } from '../editor/preview-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { newestEvaluationOf, useEvaluations } from '../test-inputs/evaluations-store.ts';
import classes from './outlook.module.css';
import { outlookKey, usePromotions } from './promotions-store.ts';

interface OutlookProps {
  readonly place: PromptPlace;
  readonly version: number;
  /** True where nobody has to approve: then only the test inputs are of interest. */
  readonly isAtOnce: boolean;
}

/** What a promotion will need, who can give it, and what the test inputs say. */
export function Outlook({ place, version, isAtOnce }: OutlookProps) {
  const outlook = usePromotions((state) => state.outlooks[outlookKey(place, version)]);
  useEffect(() => void usePromotions.getState().loadOutlook(place, version), [place, version]);
  return (
    <section className={classes.outlook} aria-label="What this needs">
      {isAtOnce || !outlook ? null : (
        <>
          <p>{describePolicy(outlook.policy).join(' ')}</p>
          {outlook.deciders ? (
            <p>
              {outlook.policy.requiredApprovals > 0
                ? `${namePeople(outlook.deciders.reviewers, 'or') || 'Nobody'} can approve, then `
                : ''}
              {namePeople(outlook.deciders.promoters, 'or') || 'nobody'} can promote.
            </p>
          ) : null}
        </>
      )}
      <TestResult place={place} version={version} />
    </section>
  );
}

function TestResult({ place, version }: Omit<OutlookProps, 'isAtOnce'>) {
  const inputs = usePreview((state) => state.sets[placeKey(place)]);
  const newest = useEvaluations((state) => newestEvaluationOf(state, place, version));
  const details = useEvaluations((state) => (newest ? state.details[newest.id] : undefined));
  const [isRunning, setRunning] = useState(false);
  useEffect(() => void useEvaluations.getState().load(place), [place]);
  useEffect(() => {
    if (!newest) return;
    useEvaluations
      .getState()
      .read(place, newest.id)
      .catch(() => undefined);
  }, [place, newest]);
  if (!inputs || inputs.length === 0) return <p>This prompt has no test inputs.</p>;

  const runInputs = async () => {
    setRunning(true);
    try {
      await useEvaluations.getState().run(place, { candidate: version });
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    } finally {
      setRunning(false);
    }
  };
  const isCurrent = newest?.isCurrent === true;
  return (
    <p className={classes.tests} data-failed={newest?.passed === false}>
      <span>
        {newest && details
          ? `Test inputs: ${describeResults(details.results, newest.baseline === null ? 'stable' : `v${newest.baseline}`)}${isCurrent ? '.' : ', before they were changed.'}`
          : `The test inputs have not been run with v${version}.`}
      </span>
      {isCurrent ? null : (
        <Button variant="default" h={26} px={10} fz={12} loading={isRunning} onClick={() => void runInputs()}>
          Run test inputs
        </Button>
      )}
    </p>
  );
}
