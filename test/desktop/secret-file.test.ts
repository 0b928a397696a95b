import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findKeychainSeal } from '#main/desktop/safe-storage-secrets.ts';
import { createSecretFile, type SecretSeal } from '#main/secret-file.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

const reversed = (text: string) => [...text].reverse().join('');
const seal: SecretSeal = {
  seal: async (secret) => `sealed ${reversed(secret)}`,
  async open(sealed) {
    if (!sealed.startsWith('sealed ')) throw new Error('Not sealed here.');
    return reversed(sealed.slice('sealed '.length));
  },
};

let folder: ReturnType<typeof makeTemporaryFolder>;
let path: string;

beforeEach(() => {
  folder = makeTemporaryFolder();
  path = join(folder.path, 'new', 'secrets.json');
});
afterEach(() => folder.remove());

describe('the file of the secrets', () => {
  test('gives back what was put in, over a restart', async () => {
    await createSecretFile(path, seal, () => undefined).set('key', 'pf_secret');
    expect(await createSecretFile(path, seal, () => undefined).get('key')).toBe('pf_secret');
    expect(await createSecretFile(path, seal, () => undefined).get('other')).toBeNull();
  });

  test('holds no secret as it is', async () => {
    await createSecretFile(path, seal, () => undefined).set('key', 'pf_secret');
    expect(readFileSync(path, 'utf8')).not.toContain('pf_secret');
  });

  test.skipIf(process.platform === 'win32')('can be read by this user alone', async () => {
    await createSecretFile(path, seal, () => undefined).set('key', 'pf_secret');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('keeps every one of many secrets that are set at once', async () => {
    const secrets = createSecretFile(path, seal, () => undefined);
    const names = Array.from({ length: 20 }, (_, index) => `key-${index}`);
    await Promise.all(names.map((name) => secrets.set(name, name)));
    expect(await Promise.all(names.map((name) => secrets.get(name)))).toEqual(names);
  });

  test('counts a secret of another keychain as absent, tells its name, and keeps the others', async () => {
    const secrets = createSecretFile(path, seal, () => undefined);
    await secrets.set('good', 'pf_good');
    const content = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...content, foreign: 'other', wrong: 5 }));
    const onUnreadable = vi.fn();
    const opened = createSecretFile(path, seal, onUnreadable);
    expect(await opened.get('foreign')).toBeNull();
    expect(await opened.get('wrong')).toBeNull();
    expect(await opened.get('good')).toBe('pf_good');
    expect(onUnreadable.mock.calls).toEqual([['foreign']]);
  });
});

describe('the keychain', () => {
  const keychain = {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text: string) => Buffer.from(reversed(text)),
    decryptStringAsync: async (sealed: Buffer) => ({
      result: reversed(sealed.toString()),
      shouldReEncrypt: false,
    }),
    getSelectedStorageBackend: () => 'gnome_libsecret' as const,
  };

  test('seals and opens', async () => {
    const found = await findKeychainSeal(keychain, 'linux');
    const sealed = (await found?.seal('pf_ä')) ?? '';
    expect(sealed).toMatch(/^[A-Za-z0-9+/=]+$/);
    expect(await found?.open(sealed)).toBe('pf_ä');
  });

  test.each(['basic_text', 'unknown'] as const)('is none on Linux where it is %s', async (backend) => {
    const plain = { ...keychain, getSelectedStorageBackend: () => backend };
    expect(await findKeychainSeal(plain, 'linux')).toBeNull();
  });

  test.each(['darwin', 'win32'] as const)('is not asked for its kind on %s', async (platform) => {
    const getSelectedStorageBackend = vi.fn(keychain.getSelectedStorageBackend);
    expect(await findKeychainSeal({ ...keychain, getSelectedStorageBackend }, platform)).not.toBeNull();
    expect(getSelectedStorageBackend).not.toHaveBeenCalled();
  });

  test('is none where it is not available', async () => {
    const locked = { ...keychain, isAsyncEncryptionAvailable: async () => false };
    expect(await findKeychainSeal(locked, 'darwin')).toBeNull();
  });
});
