import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);
const patience = 2_000;

/** The full name of whoever uses this machine, else the name of their account, else “Administrator”. */
export async function findUserName(): Promise<string> {
  try {
    const account = userInfo().username;
    return chooseName(await findFullName(account).catch(() => ''), account);
  } catch {
    return 'Administrator';
  }
}

async function findFullName(account: string): Promise<string> {
  switch (process.platform) {
    case 'darwin':
      return (await run('/usr/bin/id', ['-F'], { timeout: patience })).stdout;
    case 'linux':
      return readFullName(await readFile('/etc/passwd', 'utf8'), account);
    default:
      return '';
  }
}

/** The full name that an account has in `/etc/passwd`: the first part of its fifth field. */
export function readFullName(accounts: string, account: string): string {
  const line = accounts.split('\n').find((entry) => entry.startsWith(`${account}:`));
  return line?.split(':')[4]?.split(',')[0] ?? '';
}

/** The better of two names; an account that belongs to nobody in person has none. */
export function chooseName(fullName: string, account: string): string {
  if (/^(root|administrator|admin|user|nobody|)$/i.test(account)) return 'Administrator';
  return fullName.trim().slice(0, 200) || account;
}
