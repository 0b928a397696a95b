import { ActionIcon, Menu } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { shortcutOf } from '../../command.ts';
import { KeyboardHint } from '../../components/keyboard-hint.tsx';
import { formatShortcut } from '../../format/shortcut.ts';
import { showTour } from '../tour/commands.ts';
import { openPalette, openShortcuts } from './shell-commands.ts';

/** Help that is always within reach, also where no system menu is. */
export function HelpMenu() {
  return (
    <Menu position="bottom-end" width={256} offset={4}>
      <Menu.Target>
        <ActionIcon aria-label="Help" size={28}>
          <IconHelp size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {[openPalette, openShortcuts, showTour].map((command) => {
          const shortcut = shortcutOf(command);
          return (
            <Menu.Item
              key={command.id}
              rightSection={shortcut ? <KeyboardHint keys={formatShortcut(shortcut)} /> : undefined}
              // The menu gives the focus back first, so that a dialog opened by a command keeps it.
              onClick={() => setTimeout(command.run, 150)}
            >
              {command.name}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
