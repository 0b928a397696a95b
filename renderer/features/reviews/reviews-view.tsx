import { IconChecklist } from '@tabler/icons-react';
import { useEffect } from 'react';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Initials } from '../../components/initials.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { promptAddress } from '../../format/address.ts';
import { useConnections } from '../connections/connections-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { isOpen, usePromotions } from '../promotion/promotions-store.ts';
import classes from './reviews-view.module.css';

/** The queue: every promotion that somebody still has to act on. */
export function ReviewsView() {
  const connection = useConnections((state) => state.currentId);
  const promotions = usePromotions((state) => state.promotions[connection]);
  const error = usePromotions((state) => state.errors[connection]);
  const load = usePromotions((state) => state.load);
  useEffect(() => void load(connection), [load, connection]);
  return (
    <Page title="Reviews" subtitle="Promotions that wait for an approval or for somebody to apply them.">
      <Queue
        connection={connection}
        promotions={promotions?.filter(isOpen)}
        error={error ?? null}
        onRetry={() => void load(connection)}
      />
    </Page>
  );
}

interface QueueProps {
  readonly connection: string;
  readonly promotions: readonly Parameters<typeof isOpen>[0][] | undefined;
  readonly error: Parameters<typeof describeError>[0] | null;
  readonly onRetry: () => void;
}

function Queue({ connection, promotions, error, onRetry }: QueueProps) {
  const library = useLibrary();
  if (!promotions) {
    if (!error) return <SkeletonLines count={5} label="The promotions are being loaded" />;
    return (
      <ErrorNote title={describeError(error).title} onRetry={onRetry}>
        {describeErrorInFull(error)}
      </ErrorNote>
    );
  }
  if (promotions.length === 0) {
    return (
      <EmptyState icon={<IconChecklist size={22} aria-hidden />} title="Nothing waits for review">
        When somebody asks to promote a version, it appears here with what is still missing.
      </EmptyState>
    );
  }
  return (
    <ul className={classes.list} aria-label="Open promotions">
      {promotions.map((promotion) => (
        <li key={promotion.id}>
          <a className={classes.row} href={promptAddress(promotion.prompt, 'promotion')}>
            <Initials name={promotion.requestedBy.name} />
            <span className={classes.body}>
              <span className={classes.title}>
                {findPrompt(library, connection, promotion.prompt)?.title ?? promotion.prompt}{' '}
                <span className={classes.versions}>
                  {promotion.baseStable === null ? '' : `v${promotion.baseStable} → `}v{promotion.version}
                </span>
              </span>
              <span className={classes.meta}>
                {promotion.requestedBy.name} · <TimeAgo time={promotion.createdAt} />
                {promotion.missing.length > 0
                  ? ` · ${promotion.missing.join(' ')}`
                  : ' · ready to be promoted'}
              </span>
            </span>
            <StateBadge tone={promotion.missing.length === 0 ? 'positive' : 'warning'}>
              {promotion.missing.length === 0 ? 'ready' : 'waiting'}
            </StateBadge>
          </a>
        </li>
      ))}
    </ul>
  );
}
