import type { Command } from '../../command.ts';
import { useNavigation } from '../shell/navigation-store.ts';

export const newPrompt: Command = {
  id: 'new-prompt',
  name: 'New prompt',
  group: 'File',
  shortcut: 'mod+alt+N',
  // A browser keeps this one for itself; the desktop does not.
  alsoBy: ['mod+N'],
  keywords: ['create', 'add', 'write'],
  run: () => useNavigation.getState().openDialog('new-prompt'),
};

export const searchPrompts: Command = {
  id: 'search-prompts',
  name: 'Search prompts',
  group: 'Go',
  shortcut: 'mod+K',
  keywords: ['find'],
  run: () => document.getElementById('search-prompts')?.focus(),
};

/** What can be done with the list of prompts. */
export const libraryCommands: readonly Command[] = [newPrompt, searchPrompts];
