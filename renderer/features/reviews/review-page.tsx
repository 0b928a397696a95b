import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { isOpen } from '#core/domain/promotion.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { PromotionBadge } from '../../components/promotion-badge.tsx';
import { RefusableButton } from '../../components/refusable-button.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { promptAddress, viewAddress } from '../../format/address.ts';
import { describeVariableChanges } from '../../format/describe-variable-changes.ts';
import { listValueChoices } from '../../format/value-choices.ts';
import { typographyOf } from '../../theme/typography.ts';
import { currentConnection, placeKey, useConnections } from '../connections/connections-store.ts';
import { findWithdrawRefusal } from '../connections/permissions-store.ts';
import { usePreview } from '../editor/preview-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { openPromotionsOf, usePromotions } from '../promotion/promotions-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { DecisionForm } from './decision-form.tsx';
import { describeStanding } from './describe-standing.ts';
import { Discussion } from './discussion.tsx';
import { Needs } from './needs.tsx';
import classes from './review-page.module.css';
import { ReviewText } from './review-text.tsx';
import { reviewKey, useReviews } from './reviews-store.ts';
import { Standings } from './standings.tsx';

interface ReviewPageProps {
  readonly place: PromptPlace;
  readonly version: number;
}

/** One request for a promotion, made for reading: the change, what is said of it, and the decision. */
export function ReviewPage({ place, version }: ReviewPageProps) {
  const key = reviewKey(place, version);
  const review = useReviews((state) => state.details[key]);
  const error = useReviews((state) => state.errors[key]);
  const load = useReviews((state) => state.load);
  useEffect(() => {
    void load(place, version);
    void useVersions.getState().load(place);
    void usePromotions.getState().loadHistory(place);
    void usePreview.getState().loadSets(place);
    if (!findPrompt(useLibrary.getState(), place.connection, place.prompt)) {
      void useLibrary.getState().refresh(place);
    }
  }, [load, place, version]);

  if (review === undefined) {
    if (!error) return <SkeletonLines count={8} label="The review is being loaded" />;
    return (
      <ErrorNote title={describeError(error).title} onRetry={() => void load(place, version)}>
        {describeErrorInFull(error)}
      </ErrorNote>
    );
  }
  if (review === null) {
    return (
      <EmptyState title={`Nobody has asked to promote v${version}`}>
        <a href={promptAddress(place.prompt, 'promotion')}>Open the prompt</a> to see where it stands.
      </EmptyState>
    );
  }
  return <OpenReview place={place} review={review} />;
}

const nothing: never[] = [];

function OpenReview({ place, review }: { readonly place: PromptPlace; readonly review: PromotionDetails }) {
  const { candidate, baseline, version } = review;
  const title =
    useLibrary((state) => findPrompt(state, place.connection, place.prompt)?.title) ?? place.prompt;
  const inputs = usePreview((state) => state.sets[placeKey(place)]) ?? nothing;
  const choices = useMemo(() => listValueChoices(candidate, baseline, inputs), [candidate, baseline, inputs]);
  const settings = useSettings((state) => state.settings);
  const typography = useMemo(() => typographyOf(settings), [settings]);
  const history = usePromotions((state) => state.history[placeKey(place)]) ?? nothing;
  const promotions = usePromotions((state) => state.promotions);
  const newest = useVersions((state) => state.lists[placeKey(place)]?.[0]);
  const standings = useMemo(() => {
    const others = openPromotionsOf({ promotions }, place).filter(({ id }) => id !== review.id);
    return describeStanding(review, { history, newest, others });
  }, [review, history, newest, promotions, place]);
  const variableChanges = useMemo(
    () => (baseline ? describeVariableChanges(baseline, candidate) : nothing),
    [baseline, candidate],
  );
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.words}>
          <a className={classes.back} href={viewAddress('reviews')}>
            <IconArrowLeft size={14} aria-hidden /> Back to Reviews
          </a>
          <div className={classes.titleLine}>
            <h1>
              <a href={promptAddress(place.prompt, 'promotion')}>{title}</a>
            </h1>
            <span className={classes.versions}>
              {review.baseStable === null ? `v${version}` : `stable v${review.baseStable} → v${version}`}
            </span>
            <PromotionBadge promotion={review} />
          </div>
        </div>
        <Actions place={place} review={review} title={title} />
      </header>
      <Standings place={place} version={version} standings={standings} />
      {variableChanges.length > 0 ? (
        <ul className={classes.variables} aria-label="Changes of the variables">
          {variableChanges.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <div className={classes.body}>
        <ReviewText place={place} review={review} choices={choices} typography={typography} />
        <aside className={classes.side} aria-label="Review">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
          <section className={classes.said} tabIndex={0} aria-label="What was said">
            <Needs place={place} review={review} />
            <Discussion review={review} />
          </section>
          <DecisionForm key={review.id} place={place} review={review} title={title} />
        </aside>
      </div>
    </div>
  );
}

interface ActionsProps {
  readonly place: PromptPlace;
  readonly review: PromotionDetails;
  readonly title: string;
}

/** What can be done with the request as a whole. */
function Actions({ place, review, title }: ActionsProps) {
  const withdrawRefusal = useConnections((state) => findWithdrawRefusal(review, currentConnection(state)));
  const promoteRefusal = useRefusal('promoter');
  if (!isOpen(review.status)) return null;
  const isReady = review.missing.length === 0;
  const withdraw = async () => {
    try {
      await usePromotions.getState().withdraw(place, review.id);
      await useReviews.getState().load(place, review.version);
      useNotices.getState().show({ tone: 'neutral', title: `v${review.version} of ${title}: withdrawn` });
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    }
  };
  return (
    <div className={classes.actions}>
      <RefusableButton
        variant="subtle"
        data-flush={!isReady || undefined}
        refusal={withdrawRefusal}
        onClick={() => void withdraw()}
      >
        Withdraw
      </RefusableButton>
      {isReady ? (
        <RefusableButton
          refusal={promoteRefusal}
          onClick={() => useNavigation.getState().openDialog('apply-promotion', review.id)}
        >
          Promote to stable
        </RefusableButton>
      ) : null}
    </div>
  );
}
