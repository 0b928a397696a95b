import type { Command } from '../../command.ts';
import { useNavigation } from '../shell/navigation-store.ts';

export const importPrompts: Command = {
  id: 'import-prompts',
  name: 'Import prompts',
  group: 'File',
  keywords: ['csv', 'json', 'markdown', 'file', 'folder', 'paste', 'migrate', 'load'],
  needs: 'editor',
  run: () => useNavigation.getState().openDialog('import'),
};

/** How prompts come in and go out. */
export const importCommands: readonly Command[] = [importPrompts];
