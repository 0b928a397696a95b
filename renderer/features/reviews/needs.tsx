import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { isOpen } from '#core/domain/promotion.ts';
import { describePolicy } from '../../format/describe-policy.ts';
import { describeResults } from '../../format/describe-results.ts';
import { namePeople } from '../../format/name-people.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useEvaluations } from '../test-inputs/evaluations-store.ts';
import classes from './needs.module.css';

interface NeedsProps {
  readonly place: PromptPlace;
  readonly review: PromotionDetails;
}

/** What a request still needs, from whom, and what the test inputs say; of one that is decided, only the latter. */
export function Needs({ place, review }: NeedsProps) {
  if (!isOpen(review.status)) {
    return review.evaluation === null ? null : (
      <section aria-label="Test inputs" className={classes.needs}>
        <TestState place={place} review={review} />
      </section>
    );
  }
  const { missing, policy, deciders } = review;
  const isReady = missing.length === 0;
  return (
    <section aria-label="What this needs" className={classes.needs}>
      <p className={classes.verdict} data-ready={isReady}>
        {isReady ? 'Nothing is missing: it can be promoted.' : missing.join(' ')}
      </p>
      {deciders ? (
        <p>
          {isReady
            ? `${orNobody(namePeople(deciders.promoters, 'or'))} can promote it.`
            : policy.requiredApprovals > 0
              ? `${orNobody(namePeople(deciders.reviewers, 'or'))} can approve.`
              : null}
        </p>
      ) : null}
      <TestState place={place} review={review} />
      <details className={classes.rules}>
        <summary>What the policy asks</summary>
        <p>{describePolicy(policy).join(' ')}</p>
      </details>
    </section>
  );
}

const orNobody = (names: string) => names || 'Nobody';

function TestState({ place, review: { evaluation, baseStable } }: NeedsProps) {
  const details = useEvaluations((state) => (evaluation ? state.details[evaluation.id] : undefined));
  useEffect(() => {
    if (!evaluation) return;
    useEvaluations
      .getState()
      .read(place, evaluation.id)
      .catch(() => undefined);
  }, [place, evaluation]);
  if (!evaluation) return <p>The test inputs have not been run with this version.</p>;
  const { id, baseline, passed, by, isCurrent } = evaluation;
  const compared = baseline === baseStable ? 'stable' : `v${baseline}`;
  const results = details ? describeResults(details.results, compared) : passed ? 'All pass' : 'Not all pass';
  const models = new Set(details?.results.flatMap(({ answers }) => answers?.model ?? []));
  return (
    <>
      <p data-passed={passed} className={classes.tests}>
        Test inputs: {results}. Run by {by.name}
        {isCurrent ? '.' : ', before the test inputs were changed.'}
        {models.size > 0 ? ` With answers of ${[...models].join(' and ')}.` : ''}
      </p>
      {details && details.results.length > 0 ? (
        <p>
          <Button
            variant="default"
            h={28}
            onClick={() => useNavigation.getState().openDialog('kept-result', id)}
          >
            {models.size > 0 ? 'See results and answers' : 'See the results'}
          </Button>
        </p>
      ) : null}
    </>
  );
}
