import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useInertBackground } from '../../components/use-inert-background.ts';
import { useLink } from './app-link-store.ts';
import classes from './link-overlay.module.css';

interface LinkOverlayProps {
  /** Takes the work back from another tab. */
  readonly onComeBack: (reconnect: () => void) => void;
}

/** Covers the screen where this window may no longer write. What was typed stays behind it. */
export function LinkOverlay({ onComeBack }: LinkOverlayProps) {
  const status = useLink((state) => state.status);
  const reconnect = useLink((state) => state.reconnect);
  useInertBackground(status === 'opened-elsewhere' || status === 'session-over');
  if (status === 'opened-elsewhere') {
    return (
      <Cover title="PromptForge is open in another tab">
        <p>Only one tab writes at a time, so that no text is overwritten. Nothing typed here is lost.</p>
        <Button mt={12} onClick={() => onComeBack(reconnect)}>
          Use PromptForge here
        </Button>
      </Cover>
    );
  }
  if (status === 'session-over') {
    return (
      <Cover title="This session is over">
        <p>
          Open the link that PromptForge printed when it started. What you typed stays in this tab while it is
          open, and drafts are kept on this machine.
        </p>
        <Button mt={12} variant="default" onClick={reconnect}>
          Try again
        </Button>
      </Cover>
    );
  }
  return null;
}

function Cover({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={classes.cover} role="alertdialog" aria-modal="true" aria-label={title}>
      <div className={classes.card}>
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  );
}
