import type { Command } from '../../command.ts';
import { recoverFocus } from '../../components/recover-focus.ts';
import type { PromptTab, View } from '../../format/address.ts';
import { useConnections } from '../connections/connections-store.ts';
import { currentPlace, useNavigation } from './navigation-store.ts';
import { tabsOf, useOpenPrompts } from './open-prompts-store.ts';
import { usePalette } from './palette-store.ts';

const tabCommand = (tab: PromptTab, name: string, digit: number): Command => ({
  id: `open-${tab}`,
  name,
  group: 'View',
  // On a Mac, Option and a digit type quotation marks and braces.
  shortcut: { mac: `ctrl+${digit}`, other: `alt+${digit}` },
  keywords: ['tab'],
  isAvailable: () => currentPlace() !== null,
  run() {
    useNavigation.getState().openTab(tab);
    recoverFocus();
  },
});

const viewCommand = (view: View, name: string): Command => ({
  id: `open-${view}`,
  name: `Go to ${name}`,
  group: 'Go',
  run: () => useNavigation.getState().openView(view),
});

export const openPalette: Command = {
  id: 'open-palette',
  name: 'Show all commands',
  group: 'Help',
  shortcut: 'mod+shift+P',
  alsoBy: ['F1'],
  run: () => usePalette.getState().open(),
};

export const openShortcuts: Command = {
  id: 'open-shortcuts',
  name: 'Keyboard shortcuts',
  group: 'Help',
  shortcut: 'mod+/',
  alsoBy: ['?'],
  keywords: ['keys', 'help'],
  run: () => useNavigation.getState().openDialog('shortcuts'),
};

const hasTabs = () => {
  const { open } = useOpenPrompts.getState();
  return tabsOf(open, useConnections.getState().currentId).length > 0;
};

const closeTab: Command = {
  id: 'close-tab',
  name: 'Close tab',
  group: 'File',
  shortcut: { mac: 'ctrl+W', other: 'alt+W' },
  // A browser closes its own tab with this one; the desktop does not.
  alsoBy: ['mod+W'],
  isAvailable: () => currentPlace() !== null,
  run() {
    const place = currentPlace();
    if (place) useOpenPrompts.getState().close(place);
  },
};

const reopenTab: Command = {
  id: 'reopen-tab',
  name: 'Reopen closed tab',
  group: 'File',
  shortcut: { mac: 'ctrl+shift+T', other: 'alt+shift+T' },
  alsoBy: ['mod+shift+T'],
  isAvailable: () => useOpenPrompts.getState().closed.length > 0,
  run: () => useOpenPrompts.getState().reopen(),
};

const nextTab: Command = {
  id: 'next-tab',
  name: 'Next tab',
  group: 'Go',
  shortcut: 'alt+PageDown',
  alsoBy: ['ctrl+Tab'],
  isAvailable: hasTabs,
  run: () => useOpenPrompts.getState().step(1),
};

const previousTab: Command = {
  id: 'previous-tab',
  name: 'Previous tab',
  group: 'Go',
  shortcut: 'alt+PageUp',
  alsoBy: ['ctrl+shift+Tab'],
  isAvailable: hasTabs,
  run: () => useOpenPrompts.getState().step(-1),
};

/** The ways around. */
export const shellCommands: readonly Command[] = [
  tabCommand('edit', 'Edit', 1),
  tabCommand('compare', 'Compare', 2),
  tabCommand('history', 'History', 3),
  tabCommand('test-inputs', 'Test inputs', 4),
  tabCommand('promotion', 'Promotion', 5),
  viewCommand('prompts', 'Prompts'),
  viewCommand('reviews', 'Reviews'),
  viewCommand('activity', 'Activity'),
  closeTab,
  reopenTab,
  nextTab,
  previousTab,
  openPalette,
  openShortcuts,
];
