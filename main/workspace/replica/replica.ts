import type { ReplicaUsage } from '#core/contract/replica-shapes.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { LogPort } from '../../ports.ts';
import type { RegistryClient } from '../../registry-client/registry-client.ts';
import { noteWrites } from './note-writes.ts';
import { createPromptReads } from './read-prompts.ts';
import { createPromptRefresher } from './refresh-prompts.ts';
import type { RegistryReader } from './registry-reader.ts';
import type { ReplicaLink } from './replica-link.ts';
import { createReplicaReader } from './replica-reader.ts';
import { createReplicaStore } from './replica-store.ts';
import { createReplicaWorker } from './replica-worker.ts';
import { type Catch, createReplicaSync } from './sync-replica.ts';
import type { WantedText } from './versions-table.ts';

/** What was seen of one registry, in a file of this machine, kept true to it by its events. */
export interface Replica {
  readonly reader: RegistryReader;
  /** A client whose writes are read by the next that asks. */
  writer(client: RegistryClient): RegistryClient;
  /** The registry answers: brings the replica up to its newest event. */
  begin(client: RegistryClient): Promise<Catch>;
  /** The number of the last event that is known; `null` in a new replica. */
  lastEvent(): number | null;
  /** Takes in an event. @throws {OtherHistory} where it does not follow on what is known */
  append(client: RegistryClient, event: RegistryEvent): Promise<Catch>;
  /** Fetches what is missing. */
  fill(): void;
  usage(): Omit<ReplicaUsage, 'connection'>;
  /** Removes everything and begins anew. */
  clear(client: RegistryClient): Promise<void>;
  /** Closes the file; `isGone` deletes it too. */
  close(isGone?: boolean): Promise<void>;
}

export interface ReplicaOptions {
  readonly path: string;
  readonly link: ReplicaLink;
  readonly log: LogPort;
  /** How much text is fetched ahead, and what drafts are written from; `null` where nothing is fetched ahead. */
  readonly fill: (() => Promise<{ budget: number; alsoWanted: readonly WantedText[] }>) | null;
  readonly onSetAside: (sentence: string) => void;
  readonly onFull: () => void;
  /** Called when an answer came after an older one was shown. */
  readonly onLate: () => void;
}

/** How long to wait with what could not be written, in milliseconds. */
const pauseWhenBehind = 15_000;

export function createReplica(options: ReplicaOptions): Replica {
  const { link, log, fill, onLate } = options;
  const store = createReplicaStore(options);
  const refresher = createPromptRefresher(store);
  const sync = createReplicaSync(store);
  const worker = createReplicaWorker(store, refresher, link, fill, log);
  const reads = createPromptReads(store, refresher, sync.isBehind);
  const reader = createReplicaReader(store, reads, link, sync.isBehind, onLate);
  // One at a time: an event may come while missed ones are still being read.
  let last: Promise<unknown> = Promise.resolve();
  let tryAgain: NodeJS.Timeout | null = null;
  const inTurn = (work: () => Promise<Catch>): Promise<Catch> => {
    const mine = last
      .catch(() => undefined)
      .then(work)
      .finally(() => {
        worker.wake();
        if (sync.isBehind()) tryAgain ??= setTimeout(catchUp, pauseWhenBehind).unref();
      });
    last = mine;
    return mine;
  };
  const catchUp = () => {
    tryAgain = null;
    if (!link.isOnline()) return;
    inTurn(async () => sync.begin(await link.open())).catch((error) =>
      log.error('A replica could not catch up.', { reason: String(error) }),
    );
  };
  return {
    reader,
    writer: (client) => noteWrites(client, store),
    begin: (client) => inTurn(() => sync.begin(client)),
    lastEvent: () => sync.position()?.seq ?? null,
    append: (client, event) => inTurn(() => sync.append(client, event)),
    fill: () => worker.wake(),
    usage() {
      const counts = store.read(({ versions }) => versions.count()) ?? { prompts: 0, withText: 0 };
      return { size: store.size(), ...counts, isFilling: worker.isWorking(), isFull: store.isFull() };
    },
    async clear(client) {
      await inTurn(() => {
        store.clear();
        return sync.begin(client);
      });
    },
    async close(isGone = false) {
      if (tryAgain) clearTimeout(tryAgain);
      await worker.close();
      await last.catch(() => undefined);
      if (isGone) store.clear();
      store.close();
    },
  };
}
