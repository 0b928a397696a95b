import type { StableInterval } from '#core/contract/shapes.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { formatDateTime, formatDateTimeRange } from '../../format/dates.ts';
import { formatNote } from '../../format/format-note.ts';
import classes from './stable-history.module.css';

/** Every stretch of time in which `stable` was one version: when, by whom, and why. */
export function StableHistory({ history }: { readonly history: readonly StableInterval[] }) {
  if (history.length === 0) return null;
  return (
    <section aria-label="History of stable">
      <h2>History of stable</h2>
      <ol className={classes.list}>
        {history.map(({ version, since, until, promotion }) => (
          <li key={`${promotion.id} ${since}`} className={classes.row}>
            <span className={classes.version}>v{version}</span>
            <span className={classes.body}>
              <span className={classes.time}>
                {until ? formatDateTimeRange(since, until) : `${formatDateTime(since)} – now`}
              </span>
              <span className={classes.who}>
                {promotion.kind === 'rollback' ? 'Rolled back' : 'Promoted'} by{' '}
                {(promotion.appliedBy ?? promotion.requestedBy).name}
                {promotion.note ? `: ${formatNote(promotion.note)}` : ''}
              </span>
            </span>
            {until === null ? <StateBadge tone="positive">stable</StateBadge> : null}
            {promotion.kind === 'rollback' ? <StateBadge tone="warning">rollback</StateBadge> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
