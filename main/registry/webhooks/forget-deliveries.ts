import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { describeError, type RegistryLog } from '../log.ts';
import { forgetEnded } from './deliveries-repository.ts';

const keptFor = 30 * 24 * 60 * 60 * 1_000;
const lookEvery = 60 * 60 * 1_000;
/** Few at a time, so that no save waits behind them for long. */
const atOnce = 500;

/**
 * Forgets deliveries that have ended a month after their event, hour by hour. The event log keeps the events.
 *
 * @returns a function that ends it
 */
export function forgetOldDeliveries(
  { write }: Pick<Database, 'write'>,
  clock: Clock,
  log: RegistryLog,
): () => void {
  const forget = async () => {
    const before = new Date(clock().getTime() - keptFor).toISOString();
    while ((await write(({ queries }) => forgetEnded(queries, before, atOnce))) === atOnce);
  };
  const timer = setInterval(() => {
    forget().catch((error: unknown) => log.error('Old deliveries stay for now.', describeError(error)));
  }, lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}
