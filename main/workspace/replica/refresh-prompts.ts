import { Problem } from '#core/contract/problem.ts';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { RegistryClient } from '../../registry-client/registry-client.ts';
import { inParallel } from '../../transfer/in-parallel.ts';
import type { ReplicaStore } from './replica-store.ts';

const pageSize = 200;
const atOnce = 4;
/** From this many on, all prompts are read, page by page. */
const manyStale = 60;
/** Where prompts change faster than they are read, the rest waits for the next time. */
const mostRounds = 5;

export type PromptRefresher = ReturnType<typeof createPromptRefresher>;

/** Reads prompts of a registry into its replica. */
export function createPromptRefresher(store: ReplicaStore) {
  let running: Promise<void> | null = null;

  /** Reads one prompt, and answers what is known of it then. @throws {Problem} `prompt-not-found` */
  async function readOne(client: RegistryClient, name: string): Promise<PromptSummary> {
    const since = store.now();
    try {
      const summary = await client.call('getDetails', { params: { name } });
      const isWritten = store.write(({ prompts }) => prompts.put(summary, since.changes), since);
      const kept = isWritten ? store.read(({ prompts }) => prompts.find(name)) : null;
      return kept?.summary ?? summary;
    } catch (error) {
      const isGone = error instanceof Problem && error.code === 'prompt-not-found';
      if (isGone) store.write(({ prompts }) => prompts.forget(name, since.changes), since);
      throw error;
    }
  }

  /** Reads all prompts. @returns false where they could not be written */
  async function readAll(client: RegistryClient): Promise<boolean> {
    const first = store.now();
    let cursor: string | undefined;
    do {
      const since = store.now();
      const query = { archived: 'any', limit: pageSize, cursor } as const;
      const page = await client.call('listPrompts', { query });
      const isWritten = store.write(({ prompts }) => {
        for (const summary of page.items) prompts.put(summary, since.changes);
      }, first);
      if (!isWritten) return false;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return true;
  }

  async function readWhereThere(client: RegistryClient, name: string): Promise<void> {
    try {
      await readOne(client, name);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'prompt-not-found') throw error;
    }
  }

  async function readStale(client: RegistryClient): Promise<void> {
    for (let round = 1; round <= mostRounds; round += 1) {
      const stale = store.read(({ prompts }) => prompts.listStale()) ?? [];
      if (stale.length === 0 || store.isFull()) return;
      if (stale.length > manyStale && round === 1) await readAll(client);
      else await inParallel(stale, atOnce, (name) => readWhereThere(client, name));
    }
  }

  return {
    readOne,
    readAll,
    /** Reads those that changed since they were read. */
    readStale(client: RegistryClient): Promise<void> {
      running ??= readStale(client).finally(() => {
        running = null;
      });
      return running;
    },
  };
}
