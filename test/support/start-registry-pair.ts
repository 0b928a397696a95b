import { createCaller, type RegistryCaller } from './registry-caller.ts';
import { type RegistryProcess, startRegistryProcess } from './start-registry-process.ts';
import { makeTestStore, type TestStore } from './test-store.ts';

export const pairKey = 'pf_administrators_key_of_the_pair';

export interface RegistryPair {
  readonly test: TestStore;
  readonly processes: readonly [RegistryProcess, RegistryProcess];
  /** An administrator's calls to the first process, and to the second. */
  readonly callers: readonly [RegistryCaller, RegistryCaller];
  remove(): Promise<void>;
}

/** Starts two processes of one registry, at the same moment, on one database. */
export async function startRegistryPair(test?: TestStore): Promise<RegistryPair> {
  const store = test ?? (await makeTestStore());
  const start = () =>
    startRegistryProcess(['--port', '0', ...store.args], { PROMPTFORGE_ADMIN_KEY: pairKey });
  const processes = await Promise.all([start(), start()]);
  const [first, second] = processes;
  return {
    test: store,
    processes,
    callers: [createCaller(first.address, pairKey), createCaller(second.address, pairKey)],
    remove: async () => {
      await Promise.all(processes.map((process) => process.end('SIGTERM')));
      await store.remove();
    },
  };
}

/** Lets promotions be applied without a review. */
export async function needNoReview(caller: RegistryCaller): Promise<void> {
  const rules = { reviewerRoles: ['reviewer' as const], authorMayApprove: false, requirePassingTests: false };
  await caller.call('setPolicy', { body: { requiredApprovals: 0, ...rules } });
}

/** Asks for a promotion and applies it. */
export async function promote(
  caller: RegistryCaller,
  name: string,
  version: number,
  expectedStable: number | null,
): Promise<void> {
  const params = { name };
  const { id } = await caller.call('requestPromotion', { params, body: { version, expectedStable } });
  await caller.call('applyPromotion', { params: { id } });
}
