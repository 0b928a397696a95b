import type { ExportPart } from '#core/contract/import-shapes.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import { createExportFormatter } from '../transfer/format-export.ts';
import { readPrompts, readRegistry } from '../transfer/read-registry.ts';

const largestPart = 512 * 1024;
/** After this time a part is handed over as it is, so that the screen shows how far it is; in milliseconds. */
const longestWait = 250;

/** An export that is being written, one part after the other. */
export interface RunningExport {
  read(): Promise<ExportPart>;
  close(): Promise<void>;
}

/**
 * Begins an export. Nothing is read ahead: it goes on with the next part that is asked for.
 *
 * @param names the prompts to export; all of them where it is left out
 */
export async function openExport(client: RegistryClient, names?: readonly string[]): Promise<RunningExport> {
  const { name } = await client.call('getMe', {});
  const origin = { exportedAt: new Date().toISOString(), exportedBy: name, from: client.address };
  const formatter = createExportFormatter(origin);
  let total: number | null = null;
  const noteTotal = (prompts: number) => {
    total = prompts;
  };
  const lines = names ? readPrompts(client, names, noteTotal) : readRegistry(client, noteTotal);
  let waiting: Buffer[] = [formatter.header];
  let isEnd = false;
  return {
    async read() {
      const started = performance.now();
      let bytes = 0;
      while (!isEnd && bytes < largestPart && performance.now() - started < longestWait) {
        const next = await lines.next();
        const line = next.done ? formatter.end() : formatter.format(next.value);
        isEnd = next.done === true;
        waiting.push(line);
        bytes += line.length;
      }
      const text = Buffer.concat(waiting).toString('utf8');
      waiting = [];
      return { text, done: formatter.counts().prompts, total, isEnd };
    },
    async close() {
      await lines.return(undefined);
    },
  };
}
