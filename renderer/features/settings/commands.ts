import type { Settings } from '#core/contract/settings.ts';
import type { Command } from '../../command.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useSettings } from './settings-store.ts';

const themeCommand = (theme: Settings['theme'], name: string): Command => ({
  id: `theme-${theme}`,
  name: `Theme: ${name}`,
  group: 'View',
  keywords: ['colours', 'appearance'],
  run: () => void useSettings.getState().update({ theme }),
});

export const openSettings: Command = {
  id: 'open-settings',
  name: 'Settings',
  group: 'File',
  shortcut: 'mod+,',
  keywords: ['preferences', 'options', 'font'],
  run: () => useNavigation.getState().openView('settings'),
};

/** What the user may choose. */
export const settingsCommands: readonly Command[] = [
  openSettings,
  themeCommand('system', 'follow the system'),
  themeCommand('light', 'light'),
  themeCommand('dark', 'dark'),
];
