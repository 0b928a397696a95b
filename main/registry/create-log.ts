import { destination, pino } from 'pino';
import type { RegistryLog } from './log.ts';

/** Writes the log as JSON lines on standard error, from `level` upwards. */
export function createLog(level: 'info' | 'error' = 'info'): RegistryLog {
  const stream = destination({ fd: 2, sync: true });
  // Whoever read the log may be gone; the registry goes on without it.
  stream.on('error', () => {});
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  return {
    info: (message, facts = {}) => logger.info(facts, message),
    error: (message, facts = {}) => logger.error(facts, message),
  };
}
