import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Promotion } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Initials } from '../../components/initials.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { useCompare } from '../compare/compare-store.ts';
import { currentConnection, mayDo, useConnections } from '../connections/connections-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import classes from './open-promotion.module.css';
import { PromotionBadge } from './promotion-badge.tsx';
import { usePromotions } from './promotions-store.ts';
import { usePromotionAction } from './use-promotion-action.ts';

interface OpenPromotionProps {
  readonly place: PromptPlace;
  readonly promotion: Promotion;
}

/** A promotion that waits: what is missing, who said what, and what may be done with it. */
export function OpenPromotion({ place, promotion }: OpenPromotionProps) {
  const connection = useConnections(currentConnection);
  const { review, withdraw } = usePromotions.getState();
  const [comment, setComment] = useState('');
  const { isRunning, run } = usePromotionAction();
  const notice = useNotices.getState().show;

  const title = useLibrary((state) => findPrompt(state, place.connection, place.prompt)?.title);
  const subject = `v${promotion.version} of ${title ?? place.prompt}`;

  const mayReview = mayDo(connection, 'reviewer');
  const mayApply = mayDo(connection, 'promoter') && promotion.missing.length === 0;
  const mayWithdraw = promotion.requestedBy.id === connection?.member?.id || mayDo(connection, 'admin');

  const decide = (decision: 'approve' | 'request-changes') =>
    run(
      async () => {
        const version = await useVersions.getState().read(place, promotion.version);
        return review(place, { id: promotion.id, decision, comment, contentHash: version.contentHash });
      },
      () => {
        setComment('');
        notice({
          tone: 'success',
          title: `${subject}: ${decision === 'approve' ? 'approved' : 'changes asked for'}`,
        });
      },
    );
  const compare = () => {
    const from = promotion.baseStable === null ? String(promotion.version) : String(promotion.baseStable);
    useCompare.getState().choose(place, { from, to: String(promotion.version) });
    useNavigation.getState().openPrompt(place.prompt, 'compare');
  };

  return (
    <article className={classes.root} aria-label={`Promotion of v${promotion.version}`}>
      <header className={classes.header}>
        <Initials name={promotion.requestedBy.name} />
        <p className={classes.sentence}>
          <strong>{promotion.requestedBy.name}</strong> asked to promote <strong>v{promotion.version}</strong>{' '}
          to stable · <TimeAgo time={promotion.createdAt} />
        </p>
        <PromotionBadge promotion={promotion} />
      </header>
      {promotion.note ? <p className={classes.note}>{promotion.note}</p> : null}
      {promotion.missing.length > 0 ? (
        <ul className={classes.missing} aria-label="What is missing">
          {promotion.missing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      {promotion.reviews.map((given) => (
        <p key={given.id} className={classes.review}>
          <strong>{given.member.name}</strong>{' '}
          {given.decision === 'approve' ? 'approved' : 'asked for changes'} ·{' '}
          <TimeAgo time={given.createdAt} />
          {given.comment ? <span className={classes.comment}>{given.comment}</span> : null}
        </p>
      ))}
      {mayReview ? (
        <Textarea
          label="Comment"
          autosize
          minRows={1}
          maxRows={6}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      ) : null}
      <div className={classes.actions}>
        <Button variant="default" onClick={compare}>
          See the difference
        </Button>
        <span className={classes.spacer} />
        {mayWithdraw ? (
          <Button
            variant="subtle"
            disabled={isRunning}
            onClick={() =>
              void run(
                () => withdraw(place, promotion.id),
                () => notice({ tone: 'neutral', title: `${subject}: withdrawn` }),
              )
            }
          >
            Withdraw
          </Button>
        ) : null}
        {mayReview ? (
          <>
            <Button variant="default" disabled={isRunning} onClick={() => void decide('request-changes')}>
              Ask for changes
            </Button>
            <Button
              variant={mayApply ? 'default' : 'filled'}
              disabled={isRunning}
              onClick={() => void decide('approve')}
            >
              Approve
            </Button>
          </>
        ) : null}
        {mayApply ? (
          <Button
            disabled={isRunning}
            onClick={() => useNavigation.getState().openDialog('apply-promotion', promotion.id)}
          >
            Promote to stable
          </Button>
        ) : null}
      </div>
    </article>
  );
}
