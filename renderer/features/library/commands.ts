import type { PromptSummary } from '#core/contract/shapes.ts';
import type { Command } from '../../command.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { archivePrompt, restorePrompt } from './library-actions.ts';
import { findPrompt, useLibrary } from './library-store.ts';
import { useLibraryView } from './library-view-store.ts';
import { selectionCommands } from './selection-commands.ts';

export const newPrompt: Command = {
  id: 'new-prompt',
  name: 'New prompt',
  group: 'File',
  shortcut: 'mod+alt+N',
  // A browser keeps this one for itself; the desktop does not.
  alsoBy: ['mod+N'],
  keywords: ['create', 'add', 'write'],
  needs: 'editor',
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

function openSummary(): PromptSummary | null {
  const place = currentPlace();
  return place && findPrompt(useLibrary.getState(), place.connection, place.prompt);
}

export const editDetails: Command = {
  id: 'edit-details',
  name: 'Edit details',
  group: 'Prompt',
  keywords: ['rename', 'title', 'description', 'tags'],
  needs: 'editor',
  isAvailable: () => openSummary() !== null,
  run: () => useNavigation.getState().openDialog('details'),
};

export const renameOpenPrompt: Command = {
  id: 'rename-prompt',
  name: 'Rename',
  group: 'Prompt',
  keywords: ['title'],
  needs: 'editor',
  isAvailable: () => openSummary() !== null,
  run: () => useLibraryView.getState().change({ renamingTitle: currentPlace()?.prompt ?? null }),
};

export const duplicatePrompt: Command = {
  id: 'duplicate-prompt',
  name: 'Duplicate',
  group: 'Prompt',
  keywords: ['copy', 'new prompt from this text'],
  needs: 'editor',
  isAvailable: () => openSummary() !== null,
  run: () => useNavigation.getState().openDialog('duplicate'),
};

export const archive: Command = {
  id: 'archive-prompt',
  name: 'Archive',
  group: 'Prompt',
  keywords: ['delete', 'remove', 'hide'],
  needs: 'editor',
  isAvailable: () => openSummary()?.archived === false,
  run() {
    const place = currentPlace();
    if (place) archivePrompt(place);
  },
};

export const restore: Command = {
  id: 'restore-prompt',
  name: 'Restore to the list',
  group: 'Prompt',
  keywords: ['archived', 'unarchive'],
  needs: 'editor',
  isAvailable: () => openSummary()?.archived === true,
  run() {
    const place = currentPlace();
    if (place) restorePrompt(place);
  },
};

/** What can be done with the list of prompts, and with the open one as a whole. */
export const libraryCommands: readonly Command[] = [
  newPrompt,
  searchPrompts,
  renameOpenPrompt,
  editDetails,
  duplicatePrompt,
  archive,
  restore,
  ...selectionCommands,
];
