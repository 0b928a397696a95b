import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from './app-error.ts';
import type { SandboxOptions, SandboxProcess } from './ports.ts';

/** The sandbox's process as both shells see it: Electron's utility process or a child process of Node. */
export interface ChildPort {
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  postMessage(message: 'stop'): void;
  kill(): void;
}

export interface SandboxLimits {
  /** How long the sandbox may take to start, in milliseconds. */
  readonly ready: number;
  /** How long it may take to end by itself, in milliseconds. */
  readonly stop: number;
}

const defaultLimits: SandboxLimits = { ready: 20_000, stop: 5_000 };

const startMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), address: z.url() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

/** What the sandbox's process is told through its environment. The key stands apart from the rest. */
export function sandboxEnvironment(options: SandboxOptions): Record<string, string> {
  return {
    PROMPTFORGE_SANDBOX: JSON.stringify({
      dataFolder: options.dataFolder,
      port: options.port,
      administrator: options.administrator,
      // A key of the user's own choice, beside the app's.
      furtherKey: process.env.PROMPTFORGE_ADMIN_KEY,
    }),
    PROMPTFORGE_ADMIN_KEY: options.adminKey,
  };
}

/**
 * Waits until a sandbox that was just started is ready.
 *
 * @throws AppError `registry-unreachable` where it fails, ends or is not ready in time; it is ended then
 */
export async function awaitSandbox(
  child: ChildPort,
  limits: SandboxLimits = defaultLimits,
): Promise<SandboxProcess> {
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.onExit(() => {
      hasEnded = true;
      resolve();
    });
  });
  try {
    const address = await waitForAddress(child, ended, limits.ready);
    const stop = async () => {
      if (!hasEnded) await stopSandbox(child, ended, limits.stop);
    };
    return { address, ended, stop };
  } catch (error) {
    child.kill();
    throw error;
  }
}

function waitForAddress(child: ChildPort, ended: Promise<void>, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (sentence: string) => {
      clearTimeout(timer);
      reject(new AppError('registry-unreachable', sentence));
    };
    const timer = setTimeout(() => {
      fail(`The sandbox registry was not ready within ${limit / 1_000} seconds.`);
    }, limit);
    child.onMessage((message) => {
      const parsed = startMessage.safeParse(message);
      if (!parsed.success) return;
      if (parsed.data.type === 'failed') {
        fail(`The sandbox registry could not start: ${parsed.data.message}`);
        return;
      }
      clearTimeout(timer);
      resolve(parsed.data.address);
    });
    void ended.then(() => fail('The sandbox registry ended before it was ready.'));
  });
}

async function stopSandbox(child: ChildPort, ended: Promise<void>, limit: number): Promise<void> {
  const waiting = new AbortController();
  child.postMessage('stop');
  const inTime = await Promise.race([
    ended.then(() => true),
    delay(limit, false, { signal: waiting.signal, ref: false }),
  ]);
  waiting.abort();
  if (!inTime) child.kill();
  await ended;
}
