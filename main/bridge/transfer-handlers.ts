import type { BridgeHandlers } from '#core/contract/bridge.ts';
import { AppError } from '../app-error.ts';
import { retryWhenLimited } from '../registry-client/retry-when-limited.ts';
import type { Connections } from '../workspace/connections.ts';
import { type ExportedFile, openExportedFile } from '../workspace/exported-file.ts';
import { openExport, type RunningExport } from '../workspace/running-export.ts';

/** Exporting everything, and importing it again. The screen asks for part after part, and may stop at any of them. */
export function createTransferHandlers(
  connections: Connections,
  folder: string,
): Pick<BridgeHandlers, 'exports' | 'exportedPrompts'> {
  let running: RunningExport | null = null;
  let file: ExportedFile | null = null;
  const openFile = () => {
    if (file) return file;
    throw new AppError('import-not-readable', 'The import was ended: choose the file again.');
  };
  return {
    exports: {
      async open(from) {
        await running?.close();
        const client =
          'connection' in from
            ? await connections.open(from.connection)
            : connections.visit(from.address, from.key);
        const names = 'connection' in from ? from.names : undefined;
        running = await openExport(retryWhenLimited(client), names);
        return undefined;
      },
      read: async () => {
        if (!running) throw new AppError('export-not-written', 'The export was ended.');
        return running.read();
      },
      async close() {
        await running?.close();
        running = null;
        return undefined;
      },
    },
    exportedPrompts: {
      async open() {
        const before = file;
        file = null;
        await before?.close();
        file = await openExportedFile(folder);
        return undefined;
      },
      async append({ text }) {
        await openFile().append(text);
        return undefined;
      },
      async beginPlan({ connection, textsOnly, onlyLatest = false }) {
        const client = retryWhenLimited(await connections.open(connection));
        await openFile().beginPlan(client, { textsOnly, onlyLatest });
        return undefined;
      },
      planNext: async () => openFile().planNext(),
      async beginApplying({ names }) {
        openFile().beginApplying(names);
        return undefined;
      },
      applyNext: async () => openFile().applyNext(),
      async close() {
        const closed = file;
        file = null;
        await closed?.close();
        return undefined;
      },
    },
  };
}
