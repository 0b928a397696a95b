import { create } from 'zustand';
import type { EventFilter } from '#core/contract/event-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { download } from '../../download.ts';
import { useNotices } from '../shell/notices-store.ts';

interface TableState {
  readonly isRunning: boolean;
  /** Writes the entries that fit into a file for a spreadsheet. */
  save(connection: string, filter: EventFilter): Promise<void>;
}

/** Without it, some spreadsheets take UTF-8 for something else. */
const byteOrderMark = '\uFEFF';

/** The activity as a table to keep. */
export const useActivityTable = create<TableState>()((set, get) => ({
  isRunning: false,
  async save(connection, filter) {
    if (get().isRunning) return;
    set({ isRunning: true });
    try {
      await unwrap(bridge.events.openTable({ connection, filter }));
      const parts = [byteOrderMark];
      for (let isEnd = false; !isEnd; ) {
        const part = await unwrap(bridge.events.readTable());
        parts.push(part.text);
        isEnd = part.isEnd;
      }
      const name = `activity-${new Date().toISOString().slice(0, 10)}.csv`;
      download(name, parts, 'text/csv');
      const isFiltered = Object.keys(filter).length > 0;
      useNotices.getState().show({
        tone: 'success',
        title: isFiltered ? 'What is shown was saved' : 'The whole log was saved',
        message: `The file ${name} has one row for each entry, for a spreadsheet.`,
      });
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    } finally {
      await bridge.events.closeTable();
      set({ isRunning: false });
    }
  },
}));
