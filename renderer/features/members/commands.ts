import type { Command } from '../../command.ts';
import { currentConnection, mayDo } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';

const isAdministrator = () => mayDo(currentConnection(), 'admin');

export const addMember: Command = {
  id: 'add-member',
  name: 'Add member',
  group: 'Go',
  keywords: ['invite', 'person', 'key', 'colleague', 'team'],
  isAvailable: isAdministrator,
  run() {
    useNavigation.getState().openSettings('members');
    useNavigation.getState().openDialog('add-member');
  },
};

/** Who may call the registry. The list is a section of Settings. */
export const memberCommands: readonly Command[] = [addMember];
