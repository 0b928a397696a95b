import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findDataFolder } from '../data-folder.ts';

/** Reads `--data DIR`. Everything else on the line may be meant for Chromium and is left alone. */
export function readDataFolder(args: readonly string[]): string {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  return typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : findDataFolder();
}
