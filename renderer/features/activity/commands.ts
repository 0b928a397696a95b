import type { Command } from '../../command.ts';
import { useNavigation } from '../shell/navigation-store.ts';

export const verifyLog: Command = {
  id: 'verify-log',
  name: 'Verify the log',
  group: 'Go',
  keywords: ['audit', 'chain', 'hash', 'proof', 'tampering', 'activity'],
  run() {
    const { view, openView, openDialog } = useNavigation.getState();
    if (view !== 'activity') openView('activity');
    openDialog('verify-log');
  },
};

/** What can be asked of the log. */
export const activityCommands: readonly Command[] = [verifyLog];
