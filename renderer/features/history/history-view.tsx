import { useCallback, useDeferredValue, useEffect } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { usePromotions } from '../promotion/promotions-store.ts';
import { AsOf } from './as-of.tsx';
import { useAsOf } from './as-of-store.ts';
import classes from './history-view.module.css';
import { MarkedVersions } from './marked-versions.tsx';
import { HistoryPicture } from './picture/history-picture.tsx';
import { VersionReader } from './version-reader.tsx';
import { VersionTimeline } from './version-timeline.tsx';
import { shownVersion, useVersions } from './versions-store.ts';

interface HistoryViewProps {
  readonly place: PromptPlace;
  readonly typography: Typography;
}

const nothing: never[] = [];
/** With more versions than this, the picture comes after the list. */
const mostAtOnce = 1_000;

/** The History tab: where stable was, the timeline of versions, and the text of one of them. */
export function HistoryView({ place, typography }: HistoryViewProps) {
  const key = placeKey(place);
  const versions = useVersions((state) => state.lists[key]);
  const error = useVersions((state) => state.errors[key]);
  const shown = useVersions((state) => shownVersion(state, place));
  const history = usePromotions((state) => state.history[key]) ?? nothing;
  const asOf = useAsOf((state) => state.answers[key]?.at);
  const { load, select } = useVersions.getState();
  useEffect(() => {
    void load(place);
    void usePromotions.getState().loadHistory(place);
  }, [load, place]);
  const pictured = useDeferredValue(versions, (versions?.length ?? 0) > mostAtOnce ? nothing : versions);
  const open = useCallback((version: number) => select(place, version), [place, select]);

  if (!versions) {
    if (!error) return <SkeletonLines count={8} label="The versions are being loaded" />;
    return (
      <ErrorNote title={describeError(error).title} onRetry={() => void load(place)}>
        {describeErrorInFull(error)}
      </ErrorNote>
    );
  }
  return (
    <div className={classes.view}>
      <section className={classes.overview} aria-label="Stable over time">
        <HistoryPicture
          versions={pictured ?? nothing}
          history={history}
          shown={shown}
          asOf={asOf}
          onOpen={open}
        />
        <AsOf place={place} />
      </section>
      <div className={classes.versions}>
        <VersionTimeline place={place} versions={versions} history={history} />
        {error ? (
          <div className={classes.incomplete} role="alert">
            Some versions could not be loaded.
            <button type="button" className={classes.retry} onClick={() => void load(place)}>
              Try again
            </button>
          </div>
        ) : null}
        <MarkedVersions place={place} />
      </div>
      {shown === undefined ? null : (
        <VersionReader place={place} version={shown} versions={versions} typography={typography} />
      )}
    </div>
  );
}
