import { Problem } from '#core/contract/problem.ts';
import type { RegistryClient } from '../../registry-client/registry-client.ts';
import { inParallel } from '../../transfer/in-parallel.ts';
import type { ReplicaLink } from './replica-link.ts';
import type { ReplicaStore } from './replica-store.ts';
import type { WantedText } from './versions-table.ts';

const atOnce = 2;

export interface FillOptions {
  /** How large the replica may become by `latest` and `stable`, in bytes. */
  readonly budget: number;
  /** Texts beside `latest` and `stable`: what drafts are written from. They come first. */
  readonly alsoWanted: readonly WantedText[];
  readonly signal: AbortSignal;
}

/**
 * Fetches the texts of `latest` and `stable` of every prompt, what changed last first, until the budget is used up.
 * Whatever the user waits for goes first.
 */
export async function fillTexts(
  store: ReplicaStore,
  client: RegistryClient,
  link: ReplicaLink,
  { budget, alsoWanted, signal }: FillOptions,
): Promise<void> {
  const hasRoom = () => store.size() < budget;
  const missing = store.read(({ versions }) => {
    const isMissing = ({ prompt, version }: WantedText) => versions.find(prompt, version) === null;
    return [...alsoWanted.filter(isMissing), ...(hasRoom() ? versions.listMissing() : [])];
  });
  await inParallel(missing ?? [], atOnce, async (wanted) => {
    const { prompt, version } = wanted;
    await link.untilQuiet();
    if (signal.aborted || !link.isOnline() || store.isFull()) return;
    if (!hasRoom() && !alsoWanted.includes(wanted)) return;
    try {
      const since = store.now();
      const text = await client.call('getVersion', { params: { name: prompt, version } });
      store.write(({ versions }) => versions.put(text), since);
    } catch (error) {
      // What is not there, a draft's base after the registry was set back for example, is passed over.
      const isGone = error instanceof Problem && /-not-found$/.test(error.code);
      if (!isGone) throw error;
    }
  });
}
