import { Popover, Portal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './floating-panel.module.css';

interface FloatingPanelProps {
  readonly label: string;
  /** In pixels of the window. */
  readonly place: { readonly left: number; readonly top: number; readonly height: number };
  readonly onClose: () => void;
  /** False where the focus stays in the text. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

/** A small dialog at a place of the text. Escape in it and a click elsewhere close it. */
export function FloatingPanel({ label, place, onClose, takesFocus = true, children }: FloatingPanelProps) {
  return (
    <Popover
      opened
      onDismiss={onClose}
      onClose={onClose}
      position="bottom-start"
      width={320}
      shadow="md"
      trapFocus={takesFocus}
      withRoles={false}
      radius={10}
    >
      <Portal>
        <Popover.Target>
          <span className={classes.anchor} style={place} aria-hidden />
        </Popover.Target>
      </Portal>
      <Popover.Dropdown
        role={takesFocus ? 'dialog' : 'region'}
        aria-label={label}
        className={`${classes.panel}`}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
