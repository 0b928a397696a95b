import type { ReactNode } from 'react';
import classes from './callout.module.css';

interface CalloutProps {
  readonly tone: 'neutral' | 'positive' | 'warning' | 'danger';
  readonly title: string;
  readonly children?: ReactNode;
}

/** An answer or a warning in a box of its own. It is read out when it appears. */
export function Callout({ tone, title, children }: CalloutProps) {
  return (
    <div className={classes.root} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.text}>{children}</div> : null}
    </div>
  );
}
