import type { Command } from '../../command.ts';
import { useNavigation } from '../shell/navigation-store.ts';

export const addMember: Command = {
  id: 'add-member',
  name: 'Add member',
  group: 'Go',
  keywords: ['invite', 'person', 'key', 'colleague', 'team'],
  needs: 'admin',
  run() {
    useNavigation.getState().openSettings('members');
    useNavigation.getState().openDialog('add-member');
  },
};

/** Who may call the registry. The list is a section of Settings. */
export const memberCommands: readonly Command[] = [addMember];
