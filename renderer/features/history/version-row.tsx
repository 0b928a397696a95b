import { memo } from 'react';
import type { StableInterval, VersionSummary } from '#core/contract/shapes.ts';
import { Initials } from '../../components/initials.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatNote } from '../../format/format-note.ts';
import { ChangeSize } from './change-size.tsx';
import { stableMarks } from './version-marks.ts';
import classes from './version-row.module.css';

interface VersionRowProps {
  readonly version: VersionSummary;
  readonly isLatest: boolean;
  readonly isSelected: boolean;
  readonly isMarked: boolean;
  readonly history: readonly StableInterval[];
  /** The largest change of the list, in words. */
  readonly largest: number;
  readonly onOpen: (version: number) => void;
  /** `fromShown` where the version that is open is meant too. */
  readonly onMark: (version: number, fromShown: boolean) => void;
}

/** One version of the timeline. */
export const VersionRow = memo(function VersionRow({
  version,
  isLatest,
  isSelected,
  isMarked,
  history,
  largest,
  onOpen,
  onMark,
}: VersionRowProps) {
  const number = version.version;
  const note = formatNote(version.note);
  const marks = stableMarks(number, history);
  const isStable = marks.some((mark) => mark.isNow);
  const past = marks.find((mark) => !mark.isNow);
  return (
    <div className={classes.row} data-current={isSelected || undefined}>
      <span
        className={classes.lane}
        data-stable={isStable ? 'now' : past ? 'past' : undefined}
        aria-hidden="true"
      />
      <input
        type="checkbox"
        className={classes.mark}
        checked={isMarked}
        tabIndex={-1}
        aria-label={`Mark v${number} to compare`}
        onChange={() => onMark(number, false)}
      />
      <button
        type="button"
        className={classes.body}
        data-version={number}
        tabIndex={isSelected ? 0 : -1}
        aria-current={isSelected ? 'true' : undefined}
        aria-keyshortcuts="Space"
        onClick={(event) => (event.shiftKey ? onMark(number, true) : onOpen(number))}
      >
        <span className={classes.heading}>
          <span className={classes.number}>v{number}</span>
          {isLatest ? <StateBadge>latest</StateBadge> : null}
          {isStable ? <StateBadge tone="positive">stable</StateBadge> : null}
          <span className={classes.size}>
            <ChangeSize version={version} largest={largest} />
          </span>
        </span>
        <span className={note ? classes.note : classes.noNote} title={note || undefined}>
          {note || 'No note'}
        </span>
        <span className={classes.meta}>
          <Initials name={version.author.name} />
          <span className={classes.who}>
            {version.author.name} · <TimeAgo time={version.createdAt} />
          </span>
          {past && !isStable ? <span className={classes.past}>{past.label}</span> : null}
        </span>
      </button>
    </div>
  );
});
