import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { usePromotions } from '../promotion/promotions-store.ts';
import classes from './history-view.module.css';
import { VersionReader } from './version-reader.tsx';
import { VersionRow } from './version-row.tsx';
import { useVersions } from './versions-store.ts';

interface HistoryViewProps {
  readonly place: PromptPlace;
  readonly typography: Typography;
}

const nothing: never[] = [];

/** The History tab: the timeline of versions on the left, the text of one of them on the right. */
export function HistoryView({ place, typography }: HistoryViewProps) {
  const key = placeKey(place);
  const versions = useVersions((state) => state.lists[key]);
  const error = useVersions((state) => state.errors[key]);
  const selected = useVersions((state) => state.selected[key]);
  const { load, select } = useVersions.getState();
  const history = usePromotions((state) => state.history[key]) ?? nothing;
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void load(place);
    void usePromotions.getState().loadHistory(place);
  }, [load, place]);

  const virtualizer = useVirtualizer({
    count: versions?.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 84,
    getItemKey: (index) => versions?.[index]?.version ?? index,
    overscan: 6,
  });
  const open = useCallback((version: number) => select(place, version), [place, select]);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !versions) return;
    event.preventDefault();
    const from = versions.findIndex((version) => version.version === shown);
    const index = Math.min(versions.length - 1, Math.max(0, from + step));
    const next = versions[index];
    if (!next) return;
    open(next.version);
    virtualizer.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-version="${next.version}"]`)?.focus(),
    );
  };

  if (!versions) {
    if (!error) return <SkeletonLines count={8} label="The versions are being loaded" />;
    return (
      <ErrorNote title={describeError(error).title} onRetry={() => void load(place)}>
        {describeErrorInFull(error)}
      </ErrorNote>
    );
  }
  const shown = selected ?? versions[0]?.version;
  return (
    <div className={classes.view}>
      <div className={classes.timeline} ref={scroller}>
        <ol
          className={classes.list}
          style={{ height: virtualizer.getTotalSize() }}
          aria-label="Versions"
          onKeyDown={move}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const version = versions[item.index];
            return version ? (
              <li
                key={item.key}
                data-index={item.index}
                ref={virtualizer.measureElement}
                className={classes.item}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <VersionRow
                  version={version}
                  isLatest={item.index === 0}
                  isFirst={item.index === versions.length - 1}
                  isSelected={version.version === shown}
                  history={history}
                  onOpen={open}
                />
              </li>
            ) : null;
          })}
        </ol>
      </div>
      {shown === undefined ? null : (
        <VersionReader place={place} version={shown} versions={versions} typography={typography} />
      )}
    </div>
  );
}
