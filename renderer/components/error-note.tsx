import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './error-note.module.css';

interface ErrorNoteProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong, what is safe and what to do next, in place of what could not be shown. */
export function ErrorNote({ title, children, onRetry }: ErrorNoteProps) {
  return (
    <div className={classes.root} role="alert">
      <IconAlertTriangle size={20} className={classes.icon} aria-hidden />
      <div>
        <h2>{title}</h2>
        <p className={classes.text}>{children}</p>
        {onRetry ? (
          <Button variant="default" mt={12} onClick={onRetry}>
            Try again
          </Button>
        ) : null}
      </div>
    </div>
  );
}
