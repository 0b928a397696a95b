import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { describeError, type RegistryLog } from '../log.ts';
import { markUsed } from './repository.ts';

const writeEvery = 60_000;

/** Notes when each key was used last: in memory at once, in the store once a minute and at the end. */
export function createLastUse({ write }: Pick<Database, 'write'>, clock: Clock, log: RegistryLog) {
  let unwritten = new Map<string, Date>();

  async function flush() {
    const uses = unwritten;
    if (uses.size === 0) return;
    unwritten = new Map();
    await write(async ({ queries }) => {
      for (const [keyId, time] of uses) await markUsed(queries, keyId, time.toISOString());
    });
  }

  const flushQuietly = () =>
    flush().catch((error: unknown) =>
      log.error('The last use of keys could not be noted.', describeError(error)),
    );
  const timer = setInterval(() => void flushQuietly(), writeEvery);
  timer.unref();

  return {
    note: (keyId: string) => {
      unwritten.set(keyId, clock());
    },
    /** When a key was used last, where the store does not know it yet. */
    find: (keyId: string): string | null => unwritten.get(keyId)?.toISOString() ?? null,
    close: async () => {
      clearInterval(timer);
      await flushQuietly();
    },
  };
}
