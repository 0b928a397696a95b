import { type Clock, readTime } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { describeError, type RegistryLog } from '../log.ts';
import { removeExpiredAnswers } from './repository.ts';

const every = 3_600_000;
const batchSize = 200;

/**
 * Removes first answers that have expired, once an hour, a few at a time so that nobody waits for it.
 *
 * @returns a function that ends it
 */
export function forgetExpiredAnswers({ write }: Database, clock: Clock, log: RegistryLog): () => void {
  const forget = async () => {
    let removed: number;
    do {
      removed = await write(({ queries }) => removeExpiredAnswers(queries, readTime(clock), batchSize));
    } while (removed === batchSize);
  };
  const timer = setInterval(() => {
    forget().catch((error: unknown) =>
      log.error('First answers that have expired could not be removed.', describeError(error)),
    );
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
