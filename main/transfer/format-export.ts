import { createHash } from 'node:crypto';
import { exportFormatName } from '#core/contract/export-format-name.ts';
import { formatVersion } from './export-format.ts';
import type { WrittenLine } from './read-registry.ts';

export interface ExportCounts {
  readonly prompts: number;
  readonly versions: number;
  readonly events: number;
}

/** An export as it is written, line by line: the header comes first, the end last. */
export interface ExportFormatter {
  readonly header: Buffer;
  format(line: WrittenLine): Buffer;
  end(): Buffer;
  /** What was formatted until now. */
  counts(): ExportCounts;
}

/** @param origin where it comes from: for whoever reads the file later */
export function createExportFormatter(origin: Readonly<Record<string, unknown>>): ExportFormatter {
  const digest = createHash('sha256');
  const found: Record<string, number> = {};
  const format = (line: WrittenLine) => {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    found[line.kind] = (found[line.kind] ?? 0) + 1;
    digest.update(bytes);
    return bytes;
  };
  const counts = () => {
    const { prompt: prompts = 0, version: versions = 0, event: events = 0 } = found;
    return { prompts, versions, events };
  };
  return {
    header: format({ kind: 'header', format: exportFormatName, formatVersion, ...origin }),
    format,
    end: () => format({ kind: 'end', ...counts(), sha256: digest.copy().digest('hex') }),
    counts,
  };
}
