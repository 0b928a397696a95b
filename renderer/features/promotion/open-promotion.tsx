import { Button } from '@mantine/core';
import type { Promotion } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { useCall } from '../../bridge/use-call.ts';
import { Initials } from '../../components/initials.tsx';
import { PromotionBadge } from '../../components/promotion-badge.tsx';
import { RefusableButton } from '../../components/refusable-button.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatNote } from '../../format/format-note.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { findWithdrawRefusal } from '../connections/permissions-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import classes from './open-promotion.module.css';
import { usePromotions } from './promotions-store.ts';

interface OpenPromotionProps {
  readonly place: PromptPlace;
  readonly promotion: Promotion;
}

/** A promotion that waits: what is missing, who said what, and what may be done with it. */
export function OpenPromotion({ place, promotion }: OpenPromotionProps) {
  const waitsForMe = usePromotions((state) => state.waiting[place.connection]?.has(promotion.id) === true);
  const { withdraw } = usePromotions.getState();
  const { isRunning, run } = useCall((error) => useNotices.getState().showError(error));
  const notice = useNotices.getState().show;
  const title = useLibrary((state) => findPrompt(state, place.connection, place.prompt)?.title);
  const promoteRefusal = useRefusal('promoter');
  const isReady = promotion.missing.length === 0;
  const withdrawRefusal = useConnections((state) => findWithdrawRefusal(promotion, currentConnection(state)));
  const { openReview, openDialog } = useNavigation.getState();

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
      {promotion.note ? <p className={classes.note}>{formatNote(promotion.note)}</p> : null}
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
      <div className={classes.actions}>
        <RefusableButton
          variant="subtle"
          refusal={withdrawRefusal}
          disabled={isRunning}
          onClick={() =>
            void run(
              () => withdraw(place, promotion.id),
              () =>
                notice({
                  tone: 'neutral',
                  title: `v${promotion.version} of ${title ?? place.prompt}: withdrawn`,
                }),
            )
          }
        >
          Withdraw
        </RefusableButton>
        <Button
          variant={waitsForMe && !(isReady && promoteRefusal === null) ? 'filled' : 'default'}
          onClick={() => openReview({ prompt: place.prompt, version: promotion.version })}
        >
          Open review
        </Button>
        {isReady ? (
          <RefusableButton
            refusal={promoteRefusal}
            disabled={isRunning}
            onClick={() => openDialog('apply-promotion', promotion.id)}
          >
            Promote to stable
          </RefusableButton>
        ) : null}
      </div>
    </article>
  );
}
