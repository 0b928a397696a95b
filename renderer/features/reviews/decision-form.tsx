import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { isOpen, type ReviewDecision } from '#core/domain/promotion.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { RefusableButton } from '../../components/refusable-button.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { formatDateTime } from '../../format/dates.ts';
import { formatShortcut } from '../../format/shortcut.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import classes from './decision-form.module.css';
import { reviewCommentFieldId } from './review-fields.ts';
import { nothingUnsent, reviewKey, useReviews } from './reviews-store.ts';
import { whyNotReview } from './why-not.ts';

interface DecisionFormProps {
  readonly place: PromptPlace;
  readonly review: PromotionDetails;
  readonly title: string;
}

/** Where a reader says something, approves exactly this text, or asks for changes. */
export function DecisionForm({ place, review, title }: DecisionFormProps) {
  const connection = useConnections(currentConnection);
  const { version } = review;
  const unsent = useReviews((state) => state.unsent[reviewKey(place, version)]) ?? nothingUnsent;
  const { setUnsent, comment, decide } = useReviews.getState();
  const [isRunning, setRunning] = useState(false);
  const [isWordless, setWordless] = useState(false);
  const commentRefusal = useRefusal({ anyOf: ['editor', 'reviewer', 'promoter'] });
  if (!connection?.member) return null;

  const reason = whyNotReview(review, connection);
  const mine = review.reviews.filter(({ member }) => member.id === connection.member?.id).at(-1);
  const hasApproved = mine?.decision === 'approve' && mine.counts !== false;
  const hasWords = unsent.text.trim() !== '';

  const run = async (step: () => Promise<void>, done: string) => {
    setRunning(true);
    try {
      await step();
      useNotices.getState().show({ tone: 'success', title: done });
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    } finally {
      setRunning(false);
    }
  };
  const askForWords = () => {
    setWordless(true);
    document.getElementById(reviewCommentFieldId)?.focus();
  };
  const choose = (decision: ReviewDecision) => {
    if (decision === 'request-changes' && !hasWords) return askForWords();
    const done = decision === 'approve' ? 'approved' : 'changes asked for';
    void run(() => decide(place, version, decision), `v${version} of ${title}: ${done}`);
  };
  const say = () => {
    if (!hasWords) return askForWords();
    void run(() => comment(place, version, unsent), 'Your comment is there for everybody.');
  };

  return (
    <section className={classes.form} aria-label="Your word">
      {commentRefusal === null ? (
        <>
          {unsent.quote === null ? null : (
            <blockquote className={classes.quote}>
              <span>{unsent.quote}</span>
              <CloseButton
                size="sm"
                aria-label="Not about these words"
                onClick={() => setUnsent(place, version, { ...unsent, quote: null })}
              />
            </blockquote>
          )}
          <GrowingTextarea
            id={reviewCommentFieldId}
            label="Comment"
            description={
              unsent.quote === null
                ? `To speak about words, select them, or go to a change and press ${formatShortcut('mod+alt+C')}.`
                : undefined
            }
            minRows={2}
            maxRows={8}
            maxLength={2_000}
            value={unsent.text}
            error={isWordless && !hasWords ? 'Say what you mean: others will want to know.' : undefined}
            onChange={(event) => {
              setWordless(false);
              setUnsent(place, version, { ...unsent, text: event.currentTarget.value });
            }}
          />
        </>
      ) : null}
      <RefusableButton
        className={`${classes.say}`}
        variant="default"
        h={30}
        refusal={commentRefusal}
        disabled={isRunning}
        onClick={say}
      >
        Comment
      </RefusableButton>
      {reason === null ? (
        <p className={classes.exactly}>
          {hasApproved ? 'You have approved ' : 'You approve '}
          <strong>v{version}</strong> exactly as {review.candidate.author.name} saved it,{' '}
          {formatDateTime(review.candidate.createdAt)}
          {review.baseStable === null
            ? ', to be the first stable.'
            : `, to replace stable v${review.baseStable}.`}
        </p>
      ) : isOpen(review.status) ? (
        <p className={classes.exactly}>{reason}</p>
      ) : null}
      {isOpen(review.status) ? (
        <div className={classes.actions}>
          <RefusableButton
            variant="default"
            refusal={reason}
            disabled={isRunning}
            onClick={() => choose('request-changes')}
          >
            Ask for changes
          </RefusableButton>
          <RefusableButton
            refusal={reason}
            disabled={isRunning || hasApproved}
            onClick={() => choose('approve')}
          >
            Approve
          </RefusableButton>
        </div>
      ) : null}
    </section>
  );
}
