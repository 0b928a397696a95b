import { createHash } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { exportFormatName } from '#core/contract/import-shapes.ts';
import { AppError } from '../app-error.ts';
import { formatVersion } from './export-format.ts';
import type { WrittenLine } from './read-registry.ts';

const bufferedBytes = 1024 * 1024;

export interface WrittenExport {
  readonly prompts: number;
  readonly versions: number;
  readonly events: number;
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
  const digest = createHash('sha256');
  const counts: Record<string, number> = {};
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let bytes = 0;

  const flush = async () => {
    await target.writev(waiting);
    bytes += waitingBytes;
    waiting = [];
    waitingBytes = 0;
  };
  const write = async (line: WrittenLine) => {
    const text = Buffer.from(`${JSON.stringify(line)}\n`);
    counts[line.kind] = (counts[line.kind] ?? 0) + 1;
    digest.update(text);
    waiting.push(text);
    waitingBytes += text.length;
    if (waitingBytes >= bufferedBytes) await flush();
  };

  try {
    await write({ kind: 'header', format: exportFormatName, formatVersion, ...origin });
    for await (const line of lines) await write(line);
    const { prompt: prompts = 0, version: versions = 0, event: events = 0 } = counts;
    await write({ kind: 'end', prompts, versions, events, sha256: digest.copy().digest('hex') });
    await flush();
    await target.sync();
    await target.close();
    await rename(unfinished, file);
    return { prompts, versions, events, bytes };
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
