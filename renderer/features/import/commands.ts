import type { Command } from '../../command.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';

export const importPrompts: Command = {
  id: 'import-prompts',
  name: 'Import prompts',
  group: 'File',
  keywords: ['csv', 'json', 'markdown', 'file', 'folder', 'paste', 'migrate', 'load'],
  needs: 'editor',
  run: () => useNavigation.getState().openDialog('import'),
};

const hasOther = () => (useConnections.getState().connections?.length ?? 0) > 1;

export const copyToRegistry: Command = {
  id: 'copy-to-registry',
  name: 'Copy to another registry…',
  group: 'File',
  keywords: ['sandbox', 'team', 'send', 'publish', 'folder', 'library'],
  isAvailable: hasOther,
  run: () => useNavigation.getState().openDialog('copy'),
};

export const moveToRegistry: Command = {
  id: 'move-to-registry',
  name: 'Move to another registry…',
  group: 'File',
  keywords: ['sandbox', 'team', 'archive', 'folder', 'library'],
  // It is archived where it was.
  needs: 'editor',
  isAvailable: hasOther,
  run: () => useNavigation.getState().openDialog('move'),
};

/** How prompts come in and go out. */
export const importCommands: readonly Command[] = [importPrompts, copyToRegistry, moveToRegistry];
