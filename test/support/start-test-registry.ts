import type { Role } from '#core/domain/roles.ts';
import type { Store } from '#main/registry/db/open-store.ts';
import type { RegistryLog } from '#main/registry/log.ts';
import { type RegistryOptions, type RunningRegistry, startRegistry } from '#main/registry/server.ts';
import { createCaller, type RegistryCaller } from './registry-caller.ts';
import { makeTestStore, type TestStore } from './test-store.ts';

export const testAdminKey = 'pf_administrators_key_of_the_tests';

export interface TestRegistry {
  readonly address: string;
  readonly folder: string;
  readonly store: Store;
  /** Runs SQL behind its back. */
  readonly runSql: TestStore['runSql'];
  readonly admin: RegistryCaller;
  /** What it has logged. */
  readonly log: readonly { message: string; facts: unknown }[];
  readonly running: () => RunningRegistry;
  /** A new member with these roles, and a key. */
  join(
    ...roles: Role[]
  ): Promise<RegistryCaller & { readonly id: string; readonly key: string; readonly keyId: string }>;
  as(key: string | null): RegistryCaller;
  /** Ends it and starts it on the same store and port. */
  restart(): Promise<void>;
  /** Ends it and removes its store. */
  remove(): Promise<void>;
}

/** Starts a registry of its own for a test: real server, real store, loopback. */
export async function startTestRegistry(options: Partial<RegistryOptions> = {}): Promise<TestRegistry> {
  const { store, folder, runSql, remove } = await makeTestStore();
  const entries: { message: string; facts: unknown }[] = [];
  const note: RegistryLog['info'] = (message, facts) => entries.push({ message, facts });
  const start = (port: number) =>
    startRegistry({
      store,
      host: '127.0.0.1',
      port,
      adminKey: testAdminKey,
      log: { info: note, error: note },
      ...options,
    });
  let running = await start(0);
  const { address } = running;
  const as = (key: string | null) => createCaller(address, key);
  const admin = as(testAdminKey);
  let joined = 0;

  return {
    address,
    folder,
    store: options.store ?? store,
    runSql,
    admin,
    log: entries,
    running: () => running,
    as,
    join: async (...roles) => {
      joined += 1;
      const name = `${roles.join(' and ')} ${joined}`;
      const { id } = await admin.call('createMember', { body: { name, roles } });
      const key = await admin.call('createKey', { params: { id }, body: { name: 'test' } });
      return { ...as(key.secret), id, key: key.secret, keyId: key.id };
    },
    restart: async () => {
      await running.close();
      running = await start(Number(new URL(address).port));
    },
    remove: async () => {
      await running.close();
      await remove();
    },
  };
}
