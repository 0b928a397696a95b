import type { MenuItemConstructorOptions } from 'electron';

export const menuCommands = ['new-prompt', 'save-version', 'open-settings'] as const;
export type MenuCommand = (typeof menuCommands)[number];

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Adds what only those who build the app need: reload and developer tools. */
  readonly isDevelopment: boolean;
  readonly choose: (command: MenuCommand) => void;
  readonly openDataFolder: () => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The application menu, right for the platform. */
export function buildMenuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin';
  return [
    ...(isMac ? [appMenu(options)] : []),
    fileMenu(options, isMac),
    { role: 'editMenu' },
    viewMenu(options),
    { role: 'windowMenu' },
    helpMenu(options, isMac),
  ];
}

function command(
  { choose }: MenuOptions,
  id: MenuCommand,
  label: string,
  accelerator: string,
): MenuItemConstructorOptions {
  return { id, label, accelerator, click: () => choose(id) };
}

const settings = (options: MenuOptions) => command(options, 'open-settings', 'Settings…', 'CmdOrCtrl+,');

function appMenu(options: MenuOptions): MenuItemConstructorOptions {
  return {
    label: 'PromptForge',
    submenu: [
      { role: 'about' },
      separator,
      settings(options),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function fileMenu(options: MenuOptions, isMac: boolean): MenuItemConstructorOptions {
  return {
    label: '&File',
    submenu: [
      command(options, 'new-prompt', 'New Prompt', 'CmdOrCtrl+N'),
      command(options, 'save-version', 'Save Version…', 'CmdOrCtrl+S'),
      separator,
      ...(isMac ? [] : [settings(options), separator]),
      { role: 'close' },
      ...(isMac ? [] : [{ role: 'quit' } as const]),
    ],
  };
}

function viewMenu({ isDevelopment }: MenuOptions): MenuItemConstructorOptions {
  const forDevelopment: MenuItemConstructorOptions[] = [
    { role: 'reload' },
    { role: 'toggleDevTools' },
    separator,
  ];
  return {
    label: '&View',
    submenu: [
      ...(isDevelopment ? forDevelopment : []),
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
    ],
  };
}

function helpMenu({ openDataFolder }: MenuOptions, isMac: boolean): MenuItemConstructorOptions {
  return {
    role: 'help',
    submenu: [
      { id: 'open-data-folder', label: 'Show Where Everything Is Kept', click: openDataFolder },
      ...(isMac ? [] : [separator, { role: 'about' } as const]),
    ],
  };
}
