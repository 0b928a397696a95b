import { memo } from 'react';
import type { StableInterval, VersionSummary } from '#core/contract/shapes.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { stableMarks } from './version-marks.ts';
import classes from './version-row.module.css';

interface VersionRowProps {
  readonly version: VersionSummary;
  readonly isLatest: boolean;
  readonly isFirst: boolean;
  readonly isSelected: boolean;
  readonly history: readonly StableInterval[];
  readonly onOpen: (version: number) => void;
}

/** One version of the timeline. */
export const VersionRow = memo(function VersionRow({
  version,
  isLatest,
  isFirst,
  isSelected,
  history,
  onOpen,
}: VersionRowProps) {
  const marks = stableMarks(version.version, history);
  const past = [...new Set(marks.filter((mark) => !mark.isNow).map((mark) => mark.label))].slice(0, 2);
  const isStable = marks.some((mark) => mark.isNow);
  return (
    <button
      type="button"
      className={classes.row}
      data-version={version.version}
      data-first={isLatest || undefined}
      data-last={isFirst || undefined}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => onOpen(version.version)}
    >
      <span className={classes.rail} aria-hidden="true">
        <span className={classes.dot} data-stable={isStable || undefined} />
      </span>
      <span className={classes.body}>
        <span className={classes.heading}>
          <span className={classes.number}>v{version.version}</span>
          {isLatest ? <StateBadge>latest</StateBadge> : null}
          {isStable ? <StateBadge tone="positive">stable</StateBadge> : null}
        </span>
        <span className={version.note ? classes.note : classes.noNote}>{version.note || 'No note'}</span>
        <span className={classes.meta}>
          {version.author.name} · <TimeAgo time={version.createdAt} />
        </span>
        {past.map((label) => (
          <span key={label} className={classes.past}>
            {label}
          </span>
        ))}
      </span>
    </button>
  );
});
