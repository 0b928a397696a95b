import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { AppPorts, LogPort } from '../ports.ts';
import { createSecretFile, type SecretSeal } from '../secret-file.ts';
import { setAsideDamagedJson } from '../set-aside-damaged-json.ts';
import { findKeychainSeal } from './safe-storage-secrets.ts';

const asItIs: SecretSeal = { seal: async (secret) => secret, open: async (sealed) => sealed };

interface Secrets {
  readonly port: AppPorts['secrets'];
  readonly storage: AppPorts['capabilities']['secretStorage'];
  readonly setAside: readonly string[];
}

/** Opens the secrets: sealed by the keychain, or, where there is none, in a file that only this user can read. */
export async function setupSecrets(dataFolder: string, log: LogPort): Promise<Secrets> {
  const seal = await findKeychainSeal(safeStorage, process.platform);
  if (!seal) {
    log.info(
      'This system offers no keychain. Keys are kept in a file that only you can read. ' +
        'Install and unlock GNOME Keyring or KWallet to have them encrypted.',
    );
  }
  const path = join(dataFolder, seal ? 'sealed-secrets.json' : 'secrets.json');
  const sentence = setAsideDamagedJson(path);
  const port = createSecretFile(path, seal ?? asItIs, (name) => {
    log.error('A secret could not be opened with the keychain of this user. It is made anew.', { name });
  });
  return { port, storage: seal ? 'keychain' : 'file', setAside: sentence === null ? [] : [sentence] };
}
