import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';
import { KeepFocus } from './keep-focus.tsx';
import { useInertBackground } from './use-inert-background.ts';

interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** False while something is shown that cannot be shown again: only a button closes it then. */
  readonly closesByItself?: boolean;
  readonly size?: 'small' | 'medium' | 'wide' | 'full';
  readonly children: ReactNode;
}

const widths = { small: 440, medium: 600, wide: 980, full: 'min(94vw, 1560px)' };

/** A dialog in the middle of the screen. What is behind it cannot be reached meanwhile. */
export function Dialog({
  title,
  opened,
  onClose,
  size = 'small',
  closesByItself = true,
  children,
}: DialogProps) {
  useInertBackground(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={widths[size]}
      closeOnEscape={closesByItself}
      closeOnClickOutside={closesByItself}
      overlayProps={{ backgroundOpacity: 0.35 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ content: `${classes.content}`, header: `${classes.header}`, body: `${classes.body}` }}
    >
      {children}
      <KeepFocus />
    </Modal>
  );
}

/** The row of buttons at the end of a dialog. */
export function DialogActions({
  children,
  hint,
  staysInSight = false,
}: {
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  /** For a long dialog: what is above goes on behind the buttons. */
  readonly staysInSight?: boolean;
}) {
  return (
    <div className={classes.actions} data-in-sight={staysInSight || undefined}>
      <span className={classes.hint}>{hint}</span>
      {children}
    </div>
  );
}
