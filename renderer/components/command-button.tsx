import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { type Command, shortcutOf } from '../command.ts';
import { formatShortcut } from '../format/shortcut.ts';
import { KeyboardHint } from './keyboard-hint.tsx';

interface CommandButtonProps
  extends ButtonProps,
    Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps | 'onClick'> {
  readonly command: Command;
  /** Writes the shortcut on the button; else it shows where the pointer rests. */
  readonly withHint?: boolean;
}

/** A button that does what a command does, under the command's name and with its shortcut. */
export function CommandButton({ command, withHint = false, ...button }: CommandButtonProps) {
  const shortcut = shortcutOf(command);
  const keys = shortcut === undefined ? undefined : formatShortcut(shortcut);
  return (
    <Button
      title={withHint ? undefined : keys}
      rightSection={withHint && keys ? <KeyboardHint keys={keys} tone="on-accent" /> : undefined}
      data-command={command.id}
      {...button}
      onClick={() => command.run()}
    >
      {command.name}
    </Button>
  );
}
