import { memo, useMemo } from 'react';
import type { StableInterval } from '#core/contract/shapes.ts';
import { useTurn } from '../../../components/use-turn.ts';
import { formatCount } from '../../../format/counts.ts';
import { formatDateTime, formatDateTimeRange } from '../../../format/dates.ts';
import { formatNote } from '../../../format/format-note.ts';
import { type Moment, momentsWithin } from './picture-marks.ts';
import classes from './picture-table.module.css';
import type { TimeView } from './time-view.ts';

interface PictureTableProps {
  readonly moments: readonly Moment[];
  readonly history: readonly StableInterval[];
  readonly view: TimeView;
  /** False where it is there for screen readers alone. */
  readonly isShown: boolean;
}

interface Row {
  readonly key: string;
  readonly time: number;
  readonly what: string;
  readonly who: string;
  readonly words: string;
}

/** Of the versions in view, and of the moves of stable, so many are listed. */
const mostOfEach = 100;
/** So many rows are drawn in one go. */
const partSize = 20;

/** The same as the picture, in words: what was saved and where stable went in the time that is in view. */
export const PictureTable = memo(function PictureTable({
  moments,
  history,
  view,
  isShown,
}: PictureTableProps) {
  const { rows, saved, moved } = useMemo(() => listRows(moments, history, view), [moments, history, view]);
  const span = formatDateTimeRange(new Date(view.start).toISOString(), new Date(view.end).toISOString());
  const more = Math.max(saved, moved) > mostOfEach ? `; of each, the newest ${mostOfEach} are listed` : '';
  return (
    <div className={isShown ? undefined : classes.hidden}>
      <section
        aria-label="The history as a table"
        className={isShown ? classes.scroller : undefined}
        tabIndex={isShown ? 0 : undefined}
      >
        <table className={classes.table}>
          <caption>
            {span}: {formatCount(saved, 'version')} saved, stable moved {formatCount(moved, 'time')}
            {more}
          </caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Who</th>
              <th scope="col">In their words</th>
            </tr>
          </thead>
          <tbody>
            {splitRows(rows).map((part) => (
              <TablePart key={part[0]?.key} rows={part} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
});

/** A few rows, drawn when it is their turn. */
function TablePart({ rows }: { readonly rows: readonly Row[] }) {
  if (!useTurn()) return null;
  return rows.map(({ key, time, what, who, words }) => (
    <tr key={key}>
      <td>{formatDateTime(new Date(time).toISOString())}</td>
      <td>{what}</td>
      <td>{who}</td>
      <td>{words}</td>
    </tr>
  ));
}

function splitRows(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / partSize);
  return Array.from({ length: count }, (_, index) => rows.slice(index * partSize, (index + 1) * partSize));
}

/** Newest first. */
function listRows(
  moments: readonly Moment[],
  history: readonly StableInterval[],
  view: TimeView,
): { readonly rows: readonly Row[]; readonly saved: number; readonly moved: number } {
  const within = momentsWithin(moments, view);
  const saved = within.slice(-mostOfEach).map(
    ({ time, version: { version, author, note } }): Row => ({
      ...{ key: `v${version}`, time, what: `v${version} saved`, who: author.name, words: formatNote(note) },
    }),
  );
  const moved = history
    .map((interval) => ({ time: Date.parse(interval.since), interval }))
    .filter(({ time }) => time >= view.start && time <= view.end)
    .map(
      ({ time, interval: { version, since, promotion } }): Row => ({
        key: `${promotion.id} ${since}`,
        time,
        what:
          promotion.kind === 'rollback'
            ? `Stable rolled back to v${version}`
            : `v${version} promoted to stable`,
        who: (promotion.appliedBy ?? promotion.requestedBy).name,
        words: formatNote(promotion.note),
      }),
    );
  const rows = [...moved.slice(0, mostOfEach), ...saved].sort((one, other) => other.time - one.time);
  return { rows, saved: within.length, moved: moved.length };
}
