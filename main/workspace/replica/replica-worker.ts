import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from '#core/contract/problem.ts';
import { AppError } from '../../app-error.ts';
import type { LogPort } from '../../ports.ts';
import { retryWhenLimited } from '../../registry-client/retry-when-limited.ts';
import { type FillOptions, fillTexts } from './fill-texts.ts';
import type { PromptRefresher } from './refresh-prompts.ts';
import type { ReplicaLink } from './replica-link.ts';
import type { ReplicaStore } from './replica-store.ts';

/** How long changes are gathered, in milliseconds. */
const gathering = 300;

/** What a replica does while nobody waits: it reads what it does not know yet. */
export interface ReplicaWorker {
  /** There is, or may be, something to read. */
  wake(): void;
  /** True while it reads. */
  isWorking(): boolean;
  close(): Promise<void>;
}

/** @param fill how much text is fetched ahead; `null` for none */
export function createReplicaWorker(
  store: ReplicaStore,
  refresher: PromptRefresher,
  link: ReplicaLink,
  fill: (() => Promise<Omit<FillOptions, 'signal'>>) | null,
  log: LogPort,
): ReplicaWorker {
  const closing = new AbortController();
  const { signal } = closing;
  let hasNews = false;
  let isReading = false;
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    while (hasNews && !signal.aborted) {
      await delay(gathering, undefined, { signal }).catch(() => undefined);
      hasNews = false;
      if (signal.aborted || !link.isOnline()) return;
      isReading = true;
      try {
        await readOnce();
      } catch (error) {
        // It goes on with the next event, or when the registry is back.
        if (!(error instanceof AppError || error instanceof Problem)) throw error;
      } finally {
        isReading = false;
      }
    }
  }

  async function readOnce(): Promise<void> {
    const client = retryWhenLimited(await link.open());
    if (store.read((tables) => tables.isComplete()) === false) {
      await link.untilQuiet();
      const since = store.now();
      if (await refresher.readAll(client)) store.write((tables) => tables.setComplete(), since);
    }
    await refresher.readStale(client);
    if (fill) await fillTexts(store, client, link, { ...(await fill()), signal });
  }

  function wake(): void {
    hasNews = true;
    working ??= work()
      .catch((error) => log.error('A replica could not be filled.', { reason: String(error) }))
      .finally(() => {
        working = null;
        if (hasNews && link.isOnline() && !signal.aborted) wake();
      });
  }

  return {
    wake,
    isWorking: () => isReading,
    async close() {
      closing.abort();
      await working;
    },
  };
}
