import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { registryAddress } from '#core/contract/connection-shapes.ts';
import { member } from '#core/contract/shapes.ts';
import { connectionId } from '#core/contract/workspace-shapes.ts';
import { AppError } from '../app-error.ts';
import type { AppPorts } from '../ports.ts';

const knownRegistry = z.object({
  id: connectionId,
  name: z.string(),
  address: registryAddress,
  /** Who the registry said last that the user is; what they may do is known by it while there is no network. */
  member: member.nullable().catch(null),
  /** The hash of its first event, which tells it from any other registry wherever it is; `null` where not known. */
  origin: z.string().nullable().catch(null),
});
export type KnownRegistry = z.infer<typeof knownRegistry>;

/** One that was removed is remembered, so that its drafts are found when it is added again. */
const entry = knownRegistry.extend({ isRemoved: z.boolean().catch(false) });
type Entry = z.infer<typeof entry>;

export type NewRegistry = Pick<KnownRegistry, 'name' | 'address'>;
type FoundRegistry = Pick<KnownRegistry, 'address' | 'origin'>;

/** The registries that were added: in the settings without their keys, and the keys where secrets are. */
export interface RegistryList {
  /** In the order in which they were added. */
  list(): KnownRegistry[];
  readKey(id: string): Promise<string | null>;
  /**
   * One that was removed gets the id that it had, also at another address.
   *
   * @throws {AppError} `connection-not-written`
   */
  add(registry: NewRegistry & FoundRegistry, key: string): Promise<KnownRegistry>;
  /** @throws {AppError} `connection-not-written` */
  change(registry: KnownRegistry, key?: string): Promise<void>;
  /** Takes note of what a registry said of itself and of the user. */
  note(id: string, said: Partial<Pick<KnownRegistry, 'member' | 'origin'>>): void;
  /** Forgets the key, and the registry but for its id. */
  remove(id: string): Promise<void>;
}

export function createRegistryList({
  settings,
  secrets,
}: Pick<AppPorts, 'settings' | 'secrets'>): RegistryList {
  const secretOf = (id: string) => `registry-key-${id}`;

  function readAll(): Entry[] {
    const { registries } = settings.store;
    if (!Array.isArray(registries)) return [];
    return registries.flatMap((found: unknown) => entry.safeParse(found).data ?? []);
  }

  async function write(registries: Entry[], writeKey: () => Promise<void>): Promise<void> {
    try {
      await writeKey();
      settings.set({ registries });
    } catch (error) {
      throw new AppError(
        'connection-not-written',
        'The list of registries could not be written to the disk.',
        {
          cause: error,
        },
      );
    }
  }

  const withEntry = (registry: Entry) => {
    const all = readAll();
    const isKnown = all.some(({ id }) => id === registry.id);
    return isKnown ? all.map((other) => (other.id === registry.id ? registry : other)) : [...all, registry];
  };

  /** The same registry by what it is; by its address where that is not known. */
  function findFormer({ address, origin }: FoundRegistry): Entry | undefined {
    const removed = readAll().filter(({ isRemoved }) => isRemoved);
    const isUnknown = (other: Entry) => origin === null || other.origin === null;
    return (
      removed.find((other) => origin !== null && other.origin === origin) ??
      removed.find((other) => isUnknown(other) && other.address === address)
    );
  }

  return {
    list: () =>
      readAll()
        .filter(({ isRemoved }) => !isRemoved)
        .map(({ isRemoved: _, ...registry }) => registry),
    readKey: (id) => secrets.get(secretOf(id)),
    async add(registry, key) {
      const former = findFormer(registry);
      const added = { ...registry, id: former?.id ?? randomUUID(), member: null };
      await write(withEntry({ ...added, isRemoved: false }), () => secrets.set(secretOf(added.id), key));
      return added;
    },
    async change(registry, key) {
      await write(withEntry({ ...registry, isRemoved: false }), async () => {
        if (key !== undefined) await secrets.set(secretOf(registry.id), key);
      });
    },
    note(id, said) {
      const registry = readAll().find((other) => other.id === id);
      const noted = registry && { ...registry, ...said };
      if (!noted || JSON.stringify(registry) === JSON.stringify(noted)) return;
      settings.set({ registries: withEntry(noted) });
    },
    async remove(id) {
      const removed = readAll().map((other) => (other.id === id ? { ...other, isRemoved: true } : other));
      await write(removed, () => secrets.remove(secretOf(id)));
    },
  };
}
