import { createCaller, type RegistryCaller } from '../support/registry-caller.ts';
import { type RegistryProcess, startRegistryProcess } from '../support/start-registry-process.ts';

export const faultKey = 'pf_administrators_key_of_the_faults';

export type FaultRegistry = RegistryProcess & { readonly admin: RegistryCaller };

/** Starts the registry's command on a folder, as a process that can be killed. */
export async function startFaultRegistry(
  folder: string,
  wrapper: readonly string[] = [],
): Promise<FaultRegistry> {
  const args = ['--port', '0', '--data', folder, '--rate-limit', '1000000'];
  const registry = await startRegistryProcess(args, { PROMPTFORGE_ADMIN_KEY: faultKey }, wrapper);
  return { ...registry, admin: createCaller(registry.address, faultKey) };
}

/** Lets promotions go live without a review. */
export async function waiveReviews(admin: RegistryCaller): Promise<void> {
  const policy = await admin.call('getPolicy', {});
  await admin.call('setPolicy', { body: { ...policy, requiredApprovals: 0 } });
}
