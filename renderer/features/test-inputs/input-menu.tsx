import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { KeyboardHint } from '../../components/keyboard-hint.tsx';
import { formatShortcut } from '../../format/shortcut.ts';
import classes from './input-row.module.css';
import { duplicateInput, moveInput, removeInput } from './row-actions.ts';

interface InputMenuProps {
  readonly place: PromptPlace;
  readonly id: string;
  readonly name: string;
  readonly index: number;
  readonly count: number;
}

/** What can be done with one test input. The list is there once it is asked for: a table may have a hundred. */
export function InputMenu({ place, id, name, index, count }: InputMenuProps) {
  const [wasOpened, setOpened] = useState(false);
  const button = (
    <button
      type="button"
      className={classes.more}
      aria-label={`More for ${name}`}
      aria-haspopup="menu"
      {...(wasOpened ? {} : { onClick: () => setOpened(true) })}
    >
      <IconDots size={15} aria-hidden />
    </button>
  );
  if (!wasOpened) return button;
  const hint = (keys: string) => <KeyboardHint keys={formatShortcut(keys)} />;
  return (
    <Menu position="bottom-start" width={220} defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => duplicateInput(place, id)}>Duplicate</Menu.Item>
        <Menu.Item
          disabled={index === 0}
          onClick={() => moveInput(place, id, -1)}
          rightSection={hint('alt+shift+↑')}
        >
          Move up
        </Menu.Item>
        <Menu.Item
          disabled={index === count - 1}
          onClick={() => moveInput(place, id, 1)}
          rightSection={hint('alt+shift+↓')}
        >
          Move down
        </Menu.Item>
        <Menu.Item onClick={() => removeInput(place, id)}>Remove</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
