import type { ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { type Command, shortcutOf } from '../command.ts';
import { formatShortcut } from '../format/shortcut.ts';
import { KeyboardHint } from './keyboard-hint.tsx';
import { RefusableButton } from './refusable-button.tsx';
import { useRefusal } from './refusal-context.ts';

interface CommandButtonProps
  extends ButtonProps,
    Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps | 'onClick'> {
  readonly command: Command;
  /** Writes the shortcut on the button; else it shows where the pointer rests. */
  readonly withHint?: boolean;
  /** A shorter name, for a place that says the rest; the whole name is told to screen readers. */
  readonly label?: string;
  /** What stands in the way, as a sentence, beside a role that is missing. */
  readonly obstacle?: string | null;
}

/**
 * A button that does what a command does, under the command's name and with its shortcut. Where the user may not, it
 * says why.
 */
export function CommandButton({
  command,
  withHint = false,
  label,
  obstacle = null,
  ...button
}: CommandButtonProps) {
  const shortcut = shortcutOf(command);
  const keys = shortcut === undefined ? undefined : formatShortcut(shortcut);
  const refusal = useRefusal(command.needs) ?? obstacle;
  return (
    <RefusableButton
      title={withHint ? undefined : keys}
      rightSection={withHint && keys ? <KeyboardHint keys={keys} tone="on-accent" /> : undefined}
      data-command={command.id}
      aria-label={label === undefined ? undefined : command.name}
      {...button}
      refusal={refusal}
      onClick={() => command.run()}
    >
      {label ?? command.name}
    </RefusableButton>
  );
}
