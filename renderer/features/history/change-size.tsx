import type { VersionSummary } from '#core/contract/shapes.ts';
import { formatCount } from '../../format/counts.ts';
import classes from './change-size.module.css';
import { barLength } from './timeline-items.ts';

interface ChangeSizeProps {
  readonly version: VersionSummary;
  /** The largest change of the list, which fills the bar. */
  readonly largest: number;
}

/** How much a version changed, as a bar of words that came and words that went. */
export function ChangeSize({ version: { change, parent }, largest }: ChangeSizeProps) {
  if (!change) return null;
  const { added, removed } = change;
  if (parent === null) return <span className={classes.words}>{formatCount(added, 'word')}</span>;
  const total = added + removed;
  const length = barLength(total, largest);
  return (
    <span className={classes.size} title={describeChange(added, removed)}>
      <span className={classes.words}>
        {total === 0
          ? 'same words'
          : [added && `+${added}`, removed && `−${removed}`].filter(Boolean).join(' ')}
      </span>
      <span className={classes.bar} aria-hidden="true">
        <span className={classes.added} style={{ width: `${(100 * length * added) / (total || 1)}%` }} />
        <span className={classes.removed} style={{ width: `${(100 * length * removed) / (total || 1)}%` }} />
      </span>
    </span>
  );
}

function describeChange(added: number, removed: number): string {
  if (added + removed === 0) return 'The same words, in another order or with other signs between them';
  return `${formatCount(added, 'word')} added, ${formatCount(removed, 'word')} removed`;
}
