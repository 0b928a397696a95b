import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { Problem } from '#core/contract/problem.ts';
import type { AppPorts, SandboxProcess } from '../ports.ts';
import { createRegistryClient, type RegistryClient } from '../registry-client/registry-client.ts';
import { setAsideDamagedJson } from '../set-aside-damaged-json.ts';
import { findUserName } from './find-user-name.ts';

const defaultPort = 7411;
const adminKeySecret = 'sandbox-admin-key';

/** What programs on this machine need to fetch prompts from the sandbox: its address and a key with the role `app`. */
const localAccess = z.object({ address: z.url(), key: z.string() });

export interface RunningSandbox {
  readonly client: RegistryClient;
  readonly process: SandboxProcess;
}

/**
 * Starts the sandbox registry on the port it had last, with a key that only this app knows, and leaves beside it
 * `access.json`, readable by this user alone, from which local programs learn how to fetch from it.
 *
 * @throws where the process cannot start; the message is for people
 */
export async function startSandbox(ports: AppPorts): Promise<RunningSandbox> {
  const accessFile = accessFileIn(ports.dataFolder);
  const dataFolder = dirname(accessFile);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const access = await readLocalAccess(accessFile);
  const adminKey = await readAdminKey(ports);
  const port = access ? Number(new URL(access.address).port) : defaultPort;
  const process = await ports.startSandbox({
    dataFolder,
    port,
    adminKey,
    administrator: await findUserName(),
  });
  try {
    const client = createRegistryClient(process.address, adminKey);
    await shareLocalAccess(accessFile, client, access?.key ?? null);
    return { client, process };
  } catch (error) {
    await process.stop();
    throw error;
  }
}

/** Sets a damaged `access.json` aside, which holds a key that programs may use, and says so. */
export function setAsideDamagedAccess(dataFolder: string, note: (sentence: string) => void): void {
  const sentence = setAsideDamagedJson(accessFileIn(dataFolder));
  if (sentence !== null) note(sentence);
}

function accessFileIn(dataFolder: string): string {
  return join(dataFolder, 'sandbox', 'access.json');
}

async function readAdminKey(ports: AppPorts): Promise<string> {
  const known = await ports.secrets.get(adminKeySecret);
  if (known) return known;
  const key = `pf_${randomBytes(32).toString('base64url')}`;
  await ports.secrets.set(adminKeySecret, key);
  return key;
}

async function readLocalAccess(file: string) {
  try {
    return localAccess.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

async function shareLocalAccess(file: string, client: RegistryClient, knownKey: string | null) {
  const key =
    knownKey && (await isAccepted(client.address, knownKey)) ? knownKey : await makeLocalKey(client);
  await writeFileAtomic(file, `${JSON.stringify({ address: client.address, key }, null, 2)}\n`, {
    mode: 0o600,
  });
}

async function isAccepted(address: string, key: string): Promise<boolean> {
  try {
    await createRegistryClient(address, key).call('getMe', {});
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'unauthenticated') return false;
    throw error;
  }
}

async function makeLocalKey(client: RegistryClient): Promise<string> {
  const member = await client.call('createMember', {
    body: { name: 'Programs on this machine', roles: ['app'] },
  });
  const key = await client.call('createKey', { params: { id: member.id }, body: { name: 'this app' } });
  return key.secret;
}
