import type { ReactNode } from 'react';
import classes from './banner.module.css';

interface BannerProps {
  readonly tone: 'neutral' | 'warning' | 'danger';
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A line across a view that says something about what is below it. */
export function Banner({ tone, title, children, actions }: BannerProps) {
  return (
    <div className={classes.root} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <p className={classes.text}>
        {title ? <strong>{title} </strong> : null}
        {children}
      </p>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  );
}
