import type { Command } from '../../command.ts';
import type { PromptTab, View } from '../../format/address.ts';
import { currentPlace, useNavigation } from './navigation-store.ts';
import { palette } from './palette-store.ts';

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
    // Whatever had the focus may be gone with the view that it was in.
    requestAnimationFrame(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body || !focused.checkVisibility()) focusSelectedTab();
    });
  },
});

function focusSelectedTab(): void {
  document.querySelector<HTMLElement>('main [role=tab][aria-selected=true]')?.focus();
}

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
  run: () => palette.open(),
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

/** The ways around. */
export const shellCommands: readonly Command[] = [
  tabCommand('edit', 'Edit', 1),
  tabCommand('compare', 'Compare', 2),
  tabCommand('history', 'History', 3),
  tabCommand('promotion', 'Promotion', 4),
  viewCommand('prompts', 'Prompts'),
  viewCommand('reviews', 'Reviews'),
  viewCommand('activity', 'Activity'),
  openPalette,
  openShortcuts,
];
