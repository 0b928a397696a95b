import { useEffect } from 'react';
import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { isOpen } from '#core/domain/promotion.ts';
import { describePolicy } from '../../format/describe-policy.ts';
import { describeResults } from '../../format/describe-results.ts';
import { namePeople } from '../../format/name-people.ts';
import { useEvaluations } from '../test-inputs/evaluations-store.ts';
import classes from './needs.module.css';

interface NeedsProps {
  readonly place: PromptPlace;
  readonly review: PromotionDetails;
}

/** What a request still needs, from whom, and what the test inputs say. */
export function Needs({ place, review }: NeedsProps) {
  if (!isOpen(review.status)) return null;
  const { missing, policy, deciders } = review;
  const isReady = missing.length === 0;
  return (
    <section aria-label="What this needs" className={classes.needs}>
      <p className={classes.verdict} data-ready={isReady}>
        {isReady ? 'Nothing is missing: it can be promoted.' : missing.join(' ')}
      </p>
      <p>{describePolicy(policy).join(' ')}</p>
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
  const compared = evaluation.baseline === baseStable ? 'stable' : `v${evaluation.baseline}`;
  const results = details
    ? describeResults(details.results, compared)
    : evaluation.passed
      ? 'All pass'
      : 'Not all pass';
  return (
    <p data-passed={evaluation.passed} className={classes.tests}>
      Test inputs: {results}. Run by {evaluation.by.name}
      {evaluation.isCurrent ? '.' : ', before the test inputs were changed.'}
    </p>
  );
}
