import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { SecretsPort } from './ports.ts';

/** How a secret looks in the file: sealed by the system's keychain, or as it is. */
export interface SecretSeal {
  seal(secret: string): Promise<string>;
  /** @throws where the text cannot be opened, for example because it was sealed by another user */
  open(sealed: string): Promise<string>;
}

const fileContent = z.record(z.string(), z.unknown());

/**
 * Keeps secrets in one file that only this user can read, written whole or not at all. A secret that cannot be
 * opened counts as absent: it is given or made anew.
 *
 * @param path a file that is sound or absent, see `setAsideDamagedJson`
 * @param onUnreadable told the name of a secret that cannot be opened
 */
export function createSecretFile(
  path: string,
  { seal, open }: SecretSeal,
  onUnreadable: (name: string) => void,
): SecretsPort {
  let last: Promise<unknown> = Promise.resolve();

  async function readAll(): Promise<Record<string, unknown>> {
    if (!existsSync(path)) return {};
    return fileContent.parse(JSON.parse(await readFile(path, 'utf8')));
  }

  async function change(edit: (all: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
    const all = edit(await readAll());
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  }

  /** One after the other, so that none undoes what another has done. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = last.catch(() => undefined).then(work);
    last = mine;
    return mine;
  }

  return {
    async get(name) {
      const sealed = (await readAll())[name];
      if (typeof sealed !== 'string') return null;
      try {
        return await open(sealed);
      } catch {
        onUnreadable(name);
        return null;
      }
    },
    set: (name, secret) =>
      inTurn(async () => {
        const sealed = await seal(secret);
        await change((all) => ({ ...all, [name]: sealed }));
      }),
    remove: (name) => inTurn(() => change(({ [name]: _, ...others }) => others)),
  };
}
