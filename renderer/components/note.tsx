import type { ReactNode } from 'react';
import classes from './note.module.css';

interface NoteProps {
  readonly tone: 'neutral' | 'positive' | 'warning' | 'danger';
  readonly title?: string | undefined;
  readonly children?: ReactNode;
}

/** A few sentences that belong to what stands above them. */
export function Note({ tone, title, children }: NoteProps) {
  return (
    <div className={classes.root} data-tone={tone}>
      {title ? <p className={classes.title}>{title}</p> : null}
      {children}
    </div>
  );
}
