import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Command } from '../command.ts';
import classes from './command-menu-item.module.css';
import { useRefusal } from './refusal-context.ts';

interface CommandMenuItemProps {
  readonly command: Command;
  readonly icon?: ReactNode;
}

/** An item of a menu that does what a command does. Where the user may not, it says why below its name. */
export function CommandMenuItem({ command, icon }: CommandMenuItemProps) {
  const refusal = useRefusal(command.needs);
  const isRefused = refusal !== null;
  return (
    <Menu.Item
      leftSection={icon}
      aria-disabled={isRefused}
      className={isRefused ? classes.refused : undefined}
      closeMenuOnClick={!isRefused}
      onClick={isRefused ? undefined : () => command.run()}
    >
      {command.name}
      {isRefused ? <span className={classes.refusal}>{refusal}</span> : null}
    </Menu.Item>
  );
}
