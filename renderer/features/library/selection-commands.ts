import type { Command } from '../../command.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { archiveSelected, restoreSelected } from './change-selected.ts';
import { useLibrary } from './library-store.ts';
import { isSelecting, isSelectionArchived, useSelection } from './selection-store.ts';

const hasSelection = () => isSelecting() && useSelection.getState().names.size > 0;

export const beginSelection: Command = {
  id: 'select-prompts',
  name: 'Select prompts',
  group: 'File',
  keywords: ['several', 'many', 'mark', 'bulk', 'checkbox'],
  isAvailable: () =>
    !isSelecting() && useLibrary.getState().prompts[useConnections.getState().currentId] !== undefined,
  run: () => useSelection.getState().begin(),
};

export const endSelection: Command = {
  id: 'end-selection',
  name: 'Select nothing',
  group: 'File',
  keywords: ['deselect', 'clear', 'several'],
  isAvailable: isSelecting,
  run: () => useSelection.getState().end(),
};

export const copySelected: Command = {
  id: 'copy-selected',
  name: 'Copy selected prompts to another registry…',
  group: 'File',
  keywords: ['several', 'sandbox', 'team', 'send'],
  isAvailable: hasSelection,
  run: () => useNavigation.getState().openDialog('copy', 'selection'),
};

export const exportSelected: Command = {
  id: 'export-selected',
  name: 'Export selected prompts…',
  group: 'File',
  keywords: ['several', 'download', 'file'],
  isAvailable: hasSelection,
  run: () => useNavigation.getState().openDialog('export', 'selection'),
};

export const addTagToSelected: Command = {
  id: 'tag-selected',
  name: 'Add tag to selected prompts…',
  group: 'File',
  keywords: ['several', 'label'],
  needs: 'editor',
  isAvailable: hasSelection,
  run: () => useNavigation.getState().openDialog('add-tag'),
};

export const archiveSelection: Command = {
  id: 'archive-selected',
  name: 'Archive selected prompts',
  group: 'File',
  keywords: ['several', 'delete', 'remove', 'hide'],
  needs: 'editor',
  isAvailable: () => hasSelection() && !isSelectionArchived(),
  run: archiveSelected,
};

export const restoreSelection: Command = {
  id: 'restore-selected',
  name: 'Restore selected prompts to the list',
  group: 'File',
  keywords: ['several', 'archived', 'unarchive'],
  needs: 'editor',
  isAvailable: () => hasSelection() && isSelectionArchived(),
  run: restoreSelected,
};

/** What can be done with several prompts at once. */
export const selectionCommands: readonly Command[] = [
  beginSelection,
  endSelection,
  copySelected,
  exportSelected,
  addTagToSelected,
  archiveSelection,
  restoreSelection,
];
