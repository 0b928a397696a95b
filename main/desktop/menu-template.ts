import type { MenuItemConstructorOptions } from 'electron';
import type { CommandGroup } from '#core/contract/command-groups.ts';
import type { MenuCommand } from '#core/contract/menu.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Adds what only those who build the app need: reload and developer tools. */
  readonly isDevelopment: boolean;
  /** What the screen can do; empty until it is there. */
  readonly commands: readonly MenuCommand[];
  readonly choose: (command: string) => void;
  readonly openDataFolder: () => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };
const settingsId = 'open-settings';

/** The application menu, right for the platform: the commands of the screen between what the system does. */
export function buildMenuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin';
  const file = items(options, 'File').filter(({ id }) => !isMac || id !== settingsId);
  const help: MenuItemConstructorOptions = {
    id: 'open-data-folder',
    label: 'Show Where Everything Is Kept',
    click: options.openDataFolder,
  };
  return [
    ...(isMac ? [appMenu(options)] : []),
    menu('&File', file, [{ role: 'close' }, ...(isMac ? [] : [{ role: 'quit' } as const])]),
    menu('&Edit', clipboard, items(options, 'Edit')),
    menu('&View', items(options, 'View'), viewItems(options)),
    ...oneMenu('&Go', items(options, 'Go')),
    ...oneMenu('&Prompt', items(options, 'Prompt')),
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: joined(items(options, 'Help'), [help], isMac ? [] : [{ role: 'about' }]),
    },
  ];
}

const clipboard: MenuItemConstructorOptions[] = [
  { role: 'undo' },
  { role: 'redo' },
  separator,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
];

function appMenu(options: MenuOptions): MenuItemConstructorOptions {
  const settings = items(options, 'File').filter(({ id }) => id === settingsId);
  const hiding: MenuItemConstructorOptions[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }];
  return {
    label: 'PromptForge',
    submenu: joined([{ role: 'about' }], settings, [{ role: 'services' }], hiding, [{ role: 'quit' }]),
  };
}

function viewItems({ isDevelopment }: MenuOptions): MenuItemConstructorOptions[] {
  const forDevelopment: MenuItemConstructorOptions[] = [{ role: 'reload' }, { role: 'toggleDevTools' }];
  return joined(isDevelopment ? forDevelopment : [], [{ role: 'togglefullscreen' }]);
}

/** The commands of a group. Their keys are only shown: the screen listens for them itself, in both shells alike. */
function items({ commands, choose }: MenuOptions, group: CommandGroup): MenuItemConstructorOptions[] {
  return commands
    .filter((command) => command.group === group)
    .map(({ id, name, shortcut, isAvailable }) => ({
      id,
      label: name,
      enabled: isAvailable,
      click: () => choose(id),
      ...(shortcut === undefined ? {} : { accelerator: acceleratorOf(shortcut), registerAccelerator: false }),
    }));
}

/** `mod+shift+P` as Electron writes it. */
function acceleratorOf(shortcut: string): string {
  return shortcut
    .replace(/^mod(?=[+])/, 'CmdOrCtrl')
    .replace(/^ctrl(?=[+])/, 'Ctrl')
    .replace(/(?<=^|[+])shift(?=[+])/, 'Shift')
    .replace(/(?<=^|[+])alt(?=[+])/, 'Alt')
    .replace(/[+][+]$/, '+Plus');
}

const menu = (label: string, ...parts: MenuItemConstructorOptions[][]): MenuItemConstructorOptions => ({
  label,
  submenu: joined(...parts),
});

const oneMenu = (label: string, part: MenuItemConstructorOptions[]) =>
  part.length > 0 ? [menu(label, part)] : [];

/** Parts with a line between each two. */
function joined(...parts: MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, at) => (at > 0 ? [separator, ...part] : part));
}
