import type { SafeStorage } from 'electron';
import type { SecretSeal } from '../secret-file.ts';

type Keychain = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/**
 * Seals secrets with the system's keychain.
 *
 * @returns `null` where there is none. Linux without one would “seal” with a password that everybody knows
 *   (`basic_text`), which is worth nothing and would look like something.
 */
export async function findKeychainSeal(
  keychain: Keychain,
  platform: NodeJS.Platform,
): Promise<SecretSeal | null> {
  if (platform === 'linux' && !hasLinuxKeychain(keychain.getSelectedStorageBackend())) return null;
  if (!(await keychain.isAsyncEncryptionAvailable())) return null;
  return {
    seal: async (secret) => (await keychain.encryptStringAsync(secret)).toString('base64'),
    open: async (sealed) => (await keychain.decryptStringAsync(Buffer.from(sealed, 'base64'))).result,
  };
}

function hasLinuxKeychain(backend: ReturnType<Keychain['getSelectedStorageBackend']>): boolean {
  return backend !== 'basic_text' && backend !== 'unknown';
}
