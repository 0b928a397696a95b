import { open, rename, rm, stat } from 'node:fs/promises';
import { AppError } from '../app-error.ts';
import { createExportFormatter, type ExportCounts } from './format-export.ts';
import type { WrittenLine } from './read-registry.ts';

const bufferedBytes = 1024 * 1024;

export interface WrittenExport extends ExportCounts {
  readonly bytes: number;
}

/**
 * Writes an export. The file gets its name when it is whole and on the disk.
 *
 * @param origin where it comes from: for whoever reads the file later
 * @throws AppError where there is such a file already
 */
export async function writeExport(
  file: string,
  origin: Readonly<Record<string, unknown>>,
  lines: AsyncIterable<WrittenLine>,
): Promise<WrittenExport> {
  if (await exists(file))
    throw new AppError('export-not-written', `There is a file ${file} already. Nothing was written.`);
  const unfinished = `${file}.unfinished`;
  const target = await open(unfinished, 'w', 0o600);
  const formatter = createExportFormatter(origin);
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let bytes = 0;

  const flush = async () => {
    await target.writev(waiting);
    bytes += waitingBytes;
    waiting = [];
    waitingBytes = 0;
  };
  const write = async (line: Buffer) => {
    waiting.push(line);
    waitingBytes += line.length;
    if (waitingBytes >= bufferedBytes) await flush();
  };

  try {
    await write(formatter.header);
    for await (const line of lines) await write(formatter.format(line));
    await write(formatter.end());
    await flush();
    await target.sync();
    await target.close();
    await rename(unfinished, file);
    return { ...formatter.counts(), bytes };
  } catch (error) {
    await target.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
