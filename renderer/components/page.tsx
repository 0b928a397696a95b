import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A view that is read from top to bottom: a heading, then its content in one calm column. */
export function Page({ title, subtitle, actions, children }: PageProps) {
  return (
    <div className={classes.scroller}>
      <div className={classes.column}>
        <header className={classes.header}>
          <div>
            <h1>{title}</h1>
            {subtitle ? <p className={classes.subtitle}>{subtitle}</p> : null}
          </div>
          {actions}
        </header>
        {children}
      </div>
    </div>
  );
}
