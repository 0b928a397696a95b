import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDots,
  IconPencil,
  IconScale,
  IconServer,
  IconServer2,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { Command } from '../../command.ts';
import { CommandMenuItem } from '../../components/command-menu-item.tsx';
import { copyToRegistry, moveToRegistry } from '../import/commands.ts';
import { changePromptPolicy } from '../policy/commands.ts';
import { archive, duplicatePrompt, editDetails, restore } from './commands.ts';

const items: readonly { readonly command: Command; readonly icon: ReactNode }[] = [
  { command: editDetails, icon: <IconPencil size={15} aria-hidden /> },
  { command: duplicatePrompt, icon: <IconCopy size={15} aria-hidden /> },
  { command: changePromptPolicy, icon: <IconScale size={15} aria-hidden /> },
  { command: copyToRegistry, icon: <IconServer size={15} aria-hidden /> },
  { command: moveToRegistry, icon: <IconServer2 size={15} aria-hidden /> },
  { command: archive, icon: <IconArchive size={15} aria-hidden /> },
  { command: restore, icon: <IconArchiveOff size={15} aria-hidden /> },
];

/** What else can be done with the open prompt. */
export function PromptMenu({ prompt }: { readonly prompt: PromptSummary }) {
  return (
    <Menu position="bottom-end" width={264} shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={`More about ${prompt.title}`}
          title="Details, duplicate, policy, archive"
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items
          .filter(({ command }) => command.isAvailable?.() !== false)
          .map(({ command, icon }) => (
            <CommandMenuItem key={command.id} command={command} icon={icon} />
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
