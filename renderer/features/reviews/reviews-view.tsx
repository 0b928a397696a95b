import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import type { Promotion } from '#core/contract/shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { usePromotions } from '../promotion/promotions-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { AskForNotices } from './ask-for-notices.tsx';
import { groupPromotions } from './group-promotions.ts';
import { QueueRow } from './queue-row.tsx';
import { ReviewPage } from './review-page.tsx';
import classes from './reviews-view.module.css';

/** Reviews: the queue, or the one that is open. */
export function ReviewsView() {
  const connection = useConnections((state) => state.currentId);
  const review = useNavigation((state) => state.review);
  const place = useMemo(
    () => (review === null ? null : { connection, prompt: review.prompt }),
    [connection, review],
  );
  if (!review || !place) return <Queue connection={connection} />;
  return (
    <ReviewPage
      key={`${connection} ${review.prompt} ${review.version}`}
      place={place}
      version={review.version}
    />
  );
}

const nobody: ReadonlySet<string> = new Set();

/** Every promotion that somebody still has to act on, what waits for the user first. */
function Queue({ connection }: { readonly connection: string }) {
  const promotions = usePromotions((state) => state.promotions[connection]);
  const waiting = usePromotions((state) => state.waiting[connection]) ?? nobody;
  const memberId = useConnections((state) => currentConnection(state)?.member?.id);
  const error = usePromotions((state) => state.errors[connection]);
  const load = usePromotions((state) => state.load);
  useEffect(() => void load(connection), [load, connection]);
  const parts = useMemo(
    () => (promotions ? groupPromotions(promotions, waiting, memberId) : null),
    [promotions, waiting, memberId],
  );
  return (
    <Page title="Reviews" subtitle="What somebody has asked to promote, and what it waits for.">
      {parts === null ? (
        error ? (
          <ErrorNote title={describeError(error).title} onRetry={() => void load(connection)}>
            {describeErrorInFull(error)}
          </ErrorNote>
        ) : (
          <SkeletonLines count={5} label="The promotions are being loaded" />
        )
      ) : Object.values(parts).every((part) => part.length === 0) ? (
        <EmptyState
          icon={<IconChecklist size={22} aria-hidden />}
          title="Nothing waits for review"
          action={
            <Button variant="default" onClick={() => useNavigation.getState().openView('prompts')}>
              Go to the prompts
            </Button>
          }
        >
          When somebody asks to promote a version, it appears here with what is still missing.
        </EmptyState>
      ) : (
        <>
          <AskForNotices />
          <Part
            title="Waiting for you"
            connection={connection}
            promotions={parts.forMe}
            empty="Nothing waits for you."
          />
          <Part title="You asked for" connection={connection} promotions={parts.askedByMe} />
          <Part title="Waiting for others" connection={connection} promotions={parts.forOthers} />
          <Part title="Decided lately" connection={connection} promotions={parts.decided} />
        </>
      )}
    </Page>
  );
}

interface PartProps {
  readonly title: string;
  readonly connection: string;
  readonly promotions: readonly Promotion[];
  /** What is said where there is none; a part without it is left out. */
  readonly empty?: string;
}

function Part({ title, connection, promotions, empty }: PartProps) {
  if (promotions.length === 0 && empty === undefined) return null;
  return (
    <section aria-label={title}>
      <h2 className={classes.heading}>
        {title}
        {promotions.length > 0 ? <span className={classes.count}>{promotions.length}</span> : null}
      </h2>
      {promotions.length === 0 ? (
        <p className={classes.meta}>{empty}</p>
      ) : (
        <ul className={classes.list} aria-label={title}>
          {promotions.map((promotion) => (
            <QueueRow key={promotion.id} connection={connection} promotion={promotion} />
          ))}
        </ul>
      )}
    </section>
  );
}
