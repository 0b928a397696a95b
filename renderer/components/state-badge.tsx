import type { ReactNode } from 'react';
import classes from './state-badge.module.css';

export type BadgeTone = 'neutral' | 'accent' | 'positive' | 'warning' | 'danger';

/** A short word about the state of a thing. */
export function StateBadge({
  tone = 'neutral',
  children,
}: {
  readonly tone?: BadgeTone;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
