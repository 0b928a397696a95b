import { IconArrowBackUp, IconRocket } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { formatDateTime } from '../../format/dates.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { promoteToStable, requestPromotion, rollBack } from './commands.ts';
import { OpenPromotion } from './open-promotion.tsx';
import classes from './promotion-view.module.css';
import { openPromotionsOf, usePromotions } from './promotions-store.ts';
import { StableHistory } from './stable-history.tsx';
import { useKnowsHowToPromote, usePromotesAtOnce } from './use-promotes-at-once.ts';
import { VersionsAhead } from './versions-ahead.tsx';
import { findVoidRequest, VoidRequest } from './void-request.tsx';

interface PromotionViewProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
  /** What has to be there before a version becomes stable. */
  readonly policy: ReactNode;
}

const noVersions: never[] = [];

/** The Promotion tab: where `stable` is, what waits, and where it has been. */
export function PromotionView({ place, prompt, policy }: PromotionViewProps) {
  const key = placeKey(place);
  const all = usePromotions((state) => state.promotions[place.connection]);
  const history = usePromotions((state) => state.history[key]);
  const error = usePromotions((state) => state.historyErrors[key] ?? state.errors[place.connection]);
  const versions = useVersions((state) => state.lists[key]) ?? noVersions;

  const isKnown = useKnowsHowToPromote(place);
  const request = usePromotesAtOnce(place) ? promoteToStable : requestPromotion;

  const load = () => {
    void usePromotions.getState().load(place.connection);
    void usePromotions.getState().loadHistory(place);
  };
  useEffect(load, [place]);

  if (!all || !history) {
    if (!error) return <SkeletonLines count={6} label="The promotions are being loaded" />;
    return (
      <ErrorNote title={describeError(error).title} onRetry={load}>
        {describeErrorInFull(error)}
      </ErrorNote>
    );
  }
  const open = openPromotionsOf({ promotions: { [place.connection]: all } }, place);
  const current = history.find((interval) => interval.until === null);
  const earlier = new Set(history.map((interval) => interval.version));
  if (prompt.stable !== null) earlier.delete(prompt.stable);
  const ahead = prompt.latest - (prompt.stable ?? 0);

  const voided = findVoidRequest(all, prompt);

  return (
    <div className={classes.scroller}>
      {voided ? <VoidRequest place={place} prompt={prompt} request={voided} /> : null}
      <div className={classes.column}>
        <section className={classes.now} aria-label="Stable now">
          <div>
            <p className={classes.label}>Stable</p>
            <p className={classes.version}>
              {prompt.stable === null ? 'Not promoted yet' : `v${prompt.stable}`}
            </p>
            <p className={classes.since}>
              {current
                ? `since ${formatDateTime(current.since)}, ${current.promotion.kind === 'rollback' ? 'rolled back' : 'promoted'} by ${(current.promotion.appliedBy ?? current.promotion.requestedBy).name}`
                : 'Applications that ask for stable get nothing until a version is promoted.'}
            </p>
          </div>
          <div>
            <p className={classes.label}>Latest</p>
            <p className={classes.version}>v{prompt.latest}</p>
            <p className={classes.since}>
              {prompt.stable === null
                ? 'waits for its first promotion'
                : ahead > 0
                  ? `${ahead} ${ahead === 1 ? 'version' : 'versions'} ahead of stable`
                  : 'the same as stable'}
            </p>
          </div>
          <div className={classes.actions}>
            {earlier.size > 0 ? (
              <CommandButton
                command={rollBack}
                variant="default"
                leftSection={<IconArrowBackUp size={15} aria-hidden />}
              />
            ) : null}
            {request.isAvailable?.() ? (
              <CommandButton
                command={request}
                leftSection={<IconRocket size={15} aria-hidden />}
                variant={ahead > 0 ? 'filled' : 'default'}
                className={isKnown ? undefined : `${classes.notYet}`}
              />
            ) : null}
          </div>
        </section>
        {open.length > 0 ? (
          <section aria-label="Waiting">
            <h2 className={classes.heading}>Waiting</h2>
            {open.map((promotion) => (
              <OpenPromotion key={promotion.id} place={place} promotion={promotion} />
            ))}
          </section>
        ) : null}
        <VersionsAhead versions={versions.filter(({ version }) => version > (prompt.stable ?? 0))} />
        {policy}
        <StableHistory history={history} />
      </div>
    </div>
  );
}
