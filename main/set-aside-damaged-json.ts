import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join, parse } from 'node:path';

/**
 * Moves a file out of the way where it exists and does not hold a JSON object, so that the app can start with a
 * fresh one. Nothing is deleted.
 *
 * @returns a sentence that names both files, or `null` where the file is sound or absent
 */
export function setAsideDamagedJson(path: string, now: Date = new Date()): string | null {
  if (!existsSync(path) || holdsJsonObject(path)) return null;
  const { dir, name, base } = parse(path);
  const aside = join(dir, `${name}.damaged-${now.toISOString().replaceAll(':', '-')}.json`);
  renameSync(path, aside);
  return `The file ${base} could not be read. It was set aside as ${aside}.`;
}

function holdsJsonObject(path: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch (error) {
    // Only what was read and makes no sense is damaged; a file that may not be read stays where it is.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
