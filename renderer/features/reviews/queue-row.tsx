import { useEffect, useRef } from 'react';
import type { Promotion } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { isOpen } from '#core/domain/promotion.ts';
import { Initials } from '../../components/initials.tsx';
import { PromotionBadge } from '../../components/promotion-badge.tsx';
import { SummaryLine } from '../../components/summary-line.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { reviewAddress } from '../../format/address.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { reviewKey, useReviews } from './reviews-store.ts';
import classes from './reviews-view.module.css';

interface QueueRowProps {
  readonly connection: string;
  readonly promotion: Promotion;
}

/** One request of the queue: which prompt, who asked, since when it waits, and how big the change is. */
export function QueueRow({ connection, promotion }: QueueRowProps) {
  const { prompt, version, baseStable, requestedBy, createdAt, status, missing, appliedBy } = promotion;
  const title = useLibrary((state) => findPrompt(state, connection, prompt)?.title) ?? prompt;
  const row = useRef<HTMLLIElement>(null);
  const place: PromptPlace = { connection, prompt };
  const summary = useReviews((state) =>
    baseStable === null ? null : state.summaries[reviewKey(place, baseStable, version)],
  );
  useEffect(() => {
    const element = row.current;
    if (!element || baseStable === null) return;
    // The size of a change is worked out by the registry, so only for what is looked at.
    const seen = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      seen.disconnect();
      void useReviews.getState().summarise({ connection, prompt }, baseStable, version);
    });
    seen.observe(element);
    return () => seen.disconnect();
  }, [connection, prompt, baseStable, version]);

  return (
    <li ref={row}>
      <a className={classes.row} href={reviewAddress({ prompt, version })}>
        <Initials name={requestedBy.name} />
        <span className={classes.body}>
          <span className={classes.title}>
            {title}{' '}
            <span className={classes.versions}>
              {baseStable === null ? '' : `v${baseStable} → `}v{version}
            </span>
          </span>
          <span className={classes.change}>
            {baseStable === null ? 'First promotion' : summary ? <SummaryLine summary={summary} /> : null}
          </span>
          <span className={classes.meta}>
            {requestedBy.name} asked <TimeAgo time={createdAt} />
            {isOpen(status) ? (missing.length > 0 ? ` · ${missing.join(' ')}` : '') : null}
            {status === 'applied' && appliedBy ? ` · promoted by ${appliedBy.name}` : null}
          </span>
        </span>
        <PromotionBadge promotion={promotion} />
      </a>
    </li>
  );
}
