import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { registryAddress } from '#core/contract/connection-shapes.ts';
import { type Member, member } from '#core/contract/shapes.ts';
import { connectionId } from '#core/contract/workspace-shapes.ts';
import { AppError } from '../app-error.ts';
import type { AppPorts } from '../ports.ts';

const knownRegistry = z.object({
  id: connectionId,
  name: z.string(),
  address: registryAddress,
  /** Who the registry said last that the user is; what they may do is known by it while there is no network. */
  member: member.nullable().catch(null),
});
export type KnownRegistry = z.infer<typeof knownRegistry>;

/** One that was removed is remembered, so that its drafts are found when it is added again. */
const entry = knownRegistry.extend({ isRemoved: z.boolean().catch(false) });
type Entry = z.infer<typeof entry>;

export type NewRegistry = Pick<KnownRegistry, 'name' | 'address'>;

/** The registries that were added: in the settings without their keys, and the keys where secrets are. */
export interface RegistryList {
  /** In the order in which they were added. */
  list(): KnownRegistry[];
  readKey(id: string): Promise<string | null>;
  /** @throws {AppError} `connection-not-written` */
  add(registry: NewRegistry, key: string): Promise<KnownRegistry>;
  /** @throws {AppError} `connection-not-written` */
  change(registry: KnownRegistry, key?: string): Promise<void>;
  noteMember(id: string, who: Member): void;
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

  return {
    list: () =>
      readAll()
        .filter(({ isRemoved }) => !isRemoved)
        .map(({ isRemoved: _, ...registry }) => registry),
    readKey: (id) => secrets.get(secretOf(id)),
    async add(registry, key) {
      const former = readAll().find(({ address, isRemoved }) => isRemoved && address === registry.address);
      const added = { ...registry, id: former?.id ?? randomUUID(), member: null };
      await write(withEntry({ ...added, isRemoved: false }), () => secrets.set(secretOf(added.id), key));
      return added;
    },
    async change(registry, key) {
      await write(withEntry({ ...registry, isRemoved: false }), async () => {
        if (key !== undefined) await secrets.set(secretOf(registry.id), key);
      });
    },
    noteMember(id, who) {
      const registry = readAll().find((other) => other.id === id);
      if (!registry || JSON.stringify(registry.member) === JSON.stringify(who)) return;
      settings.set({ registries: withEntry({ ...registry, member: who }) });
    },
    async remove(id) {
      const removed = readAll().map((other) => (other.id === id ? { ...other, isRemoved: true } : other));
      await write(removed, () => secrets.remove(secretOf(id)));
    },
  };
}
