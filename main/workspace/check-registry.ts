import type { ConnectionWarning, RegistryCheck } from '#core/contract/connection-shapes.ts';
import { createRegistryClient } from '../registry-client/registry-client.ts';
import { findConnectionFault } from './find-connection-fault.ts';

/** How long a registry may take to answer when it is asked for the first time, in milliseconds. */
const patience = 10_000;

/**
 * Asks a registry whether it can be worked with, and says what is wrong where it cannot.
 *
 * @param key `null` where there is none
 */
export async function checkRegistry(address: string, key: string | null): Promise<RegistryCheck> {
  if (key === null) return { fault: { kind: 'key-missing', subject: null }, warnings: [], member: null };
  const warnings: ConnectionWarning[] = isPlainElsewhere(address) ? [{ kind: 'plain-http' }] : [];
  try {
    const member = await createRegistryClient(address, key).call('getMe', {}, { patience });
    return { fault: null, warnings, member };
  } catch (error) {
    return { fault: findConnectionFault(error), warnings, member: null };
  }
}

/** True where the key and the texts would cross a network for anybody to read. */
function isPlainElsewhere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
