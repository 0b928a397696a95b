import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createCaller, type RegistryCaller } from '../support/registry-caller.ts';
import { startRegistryProcess } from '../support/start-registry-process.ts';
import type { Server } from './load.ts';

export const benchKey = 'pf_administrators_key_of_the_bench';

export interface BenchServer extends Server {
  end(): Promise<void>;
}

type BenchRegistry = BenchServer & { readonly admin: RegistryCaller };

/** Starts the registry as `npm run registry` does, on a folder. */
export function startBenchRegistry(folder: string, wrapper: readonly string[] = []): Promise<BenchRegistry> {
  return startBenchProcess(['--data', folder], wrapper);
}

/** Starts the registry as `npm run registry` does. */
export async function startBenchProcess(
  store: readonly string[],
  wrapper: readonly string[] = [],
): Promise<BenchRegistry> {
  const args = ['--port', '0', ...store, '--rate-limit', '1000000'];
  const registry = await startRegistryProcess(args, { PROMPTFORGE_ADMIN_KEY: benchKey }, wrapper);
  return {
    address: registry.address,
    admin: createCaller(registry.address, benchKey),
    pid: registry.process.pid ?? 0,
    end: async () => void (await registry.end('SIGTERM')),
  };
}

/** Starts a script that prints the address that it listens on. */
export async function startServerScript(file: string, args: readonly string[]): Promise<BenchServer> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Listening on (http:\S+)$/.exec(line)?.[1];
    if (address !== undefined) return { address, pid: child.pid ?? 0, end: () => endProcess(child) };
  }
  throw new Error(`${file} ended before it listened.`);
}

/** Asks a process to end, and waits for it. */
export async function endProcess(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Moves `stable` to a version, without asking anybody. */
export async function promote(admin: RegistryCaller, name: string, version: number): Promise<void> {
  const params = { name };
  const { stable } = await admin.call('getDetails', { params });
  const body = { version, expectedStable: stable };
  const { id } = await admin.call('requestPromotion', { params, body });
  await admin.call('applyPromotion', { params: { id } });
}

/** Lets promotions go live without a review. */
export async function waiveReviews(admin: RegistryCaller): Promise<void> {
  const policy = await admin.call('getPolicy', {});
  await admin.call('setPolicy', { body: { ...policy, requiredApprovals: 0 } });
}
