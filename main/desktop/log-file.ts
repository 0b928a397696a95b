import { mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';
import type { LogPort } from '../ports.ts';

const largestSize = 5 * 1024 * 1024;

/**
 * Writes what happens to a file, one line of JSON for each entry. When the app starts on a large one, it becomes
 * the `.previous` one.
 */
export function createLogFile(path: string): LogPort {
  mkdirSync(dirname(path), { recursive: true });
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestSize) renameSync(path, `${path}.previous`);
  const log = pino({ base: null }, pino.destination({ dest: path, sync: true, mode: 0o600 }));
  return {
    info: (message, facts = {}) => log.info(facts, message),
    error: (message, facts = {}) => log.error(facts, message),
  };
}
