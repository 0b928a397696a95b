import type { Command } from '../../command.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { readActivityFilter, toEventFilter } from './activity-filter.ts';
import { useActivityTable } from './table-store.ts';

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

export const saveTable: Command = {
  id: 'save-activity',
  name: 'Save as a table',
  group: 'File',
  keywords: ['activity', 'csv', 'spreadsheet', 'export', 'excel', 'log', 'audit'],
  isAvailable: () => useNavigation.getState().view === 'activity',
  run() {
    const filter = toEventFilter(readActivityFilter(useNavigation.getState().within));
    void useActivityTable.getState().save(useConnections.getState().currentId, filter);
  },
};

/** What can be asked of the log. */
export const activityCommands: readonly Command[] = [verifyLog, saveTable];
