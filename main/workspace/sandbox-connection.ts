import { setTimeout as delay } from 'node:timers/promises';
import type { BridgeEvent } from '#core/contract/bridge.ts';
import { type Connection, sandboxConnectionId } from '#core/contract/workspace-shapes.ts';
import { AppError } from '../app-error.ts';
import type { AppPorts } from '../ports.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import { followEvents } from './follow-events.ts';
import { type RunningSandbox, startSandbox } from './sandbox.ts';

/** How often in a row the sandbox may end by itself before the app gives up on it. */
const attempts = 5;
const longEnoughToCountAsWell = 60_000;

/** One registry that the app works with. */
export interface OpenConnection {
  readonly current: Connection;
  /** @throws {AppError} `registry-unreachable` where the registry is not there and will not come */
  open(): Promise<RegistryClient>;
  close(): Promise<void>;
}

/** Starts the sandbox at once, keeps it running, follows its events, and tells what becomes of it. */
export function createSandboxConnection(ports: AppPorts, emit: (event: BridgeEvent) => void): OpenConnection {
  let current: Connection = {
    id: sandboxConnectionId,
    name: 'Sandbox',
    kind: 'sandbox',
    address: null,
    status: 'connecting',
    member: null,
  };
  let running = nextRun();
  const closing = new AbortController();

  function change(part: Partial<Connection>): void {
    current = { ...current, ...part };
    emit({ name: 'connectionChanged', payload: current });
  }

  const reconnected = () =>
    emit({ name: 'registryReconnected', payload: { connection: sandboxConnectionId } });

  async function keepRunning(): Promise<void> {
    for (let attempt = 1; attempt <= attempts && !closing.signal.aborted; attempt += 1) {
      const startedAt = performance.now();
      try {
        await runOnce();
      } catch (error) {
        ports.log.error('The sandbox registry could not start.', { reason: String(error) });
      }
      if (closing.signal.aborted) return;
      change({ status: 'offline' });
      if (performance.now() - startedAt > longEnoughToCountAsWell) attempt = 0;
      await delay(300 * attempt, undefined, { signal: closing.signal }).catch(() => undefined);
    }
    running.reject(new AppError('registry-unreachable', 'The sandbox registry is not running.'));
    if (!closing.signal.aborted) change({ status: 'stopped' });
  }

  async function runOnce(): Promise<void> {
    const sandbox = await startSandbox(ports);
    const ending = new AbortController();
    try {
      if (closing.signal.aborted) return;
      const member = await sandbox.client.call('getMe', {});
      const isAgain = current.member !== null;
      running.resolve(sandbox);
      change({ address: sandbox.process.address, member, status: 'online' });
      if (isAgain) reconnected();
      const following = followEvents(
        sandbox.client,
        {
          onEvent: (event) =>
            emit({ name: 'registryEventAppended', payload: { connection: sandboxConnectionId, event } }),
          onOnline: (isBack) => {
            if (current.status !== 'online') change({ status: 'online' });
            if (isBack) reconnected();
          },
          onLost: (status) => change({ status }),
        },
        AbortSignal.any([closing.signal, ending.signal]),
      );
      await Promise.race([sandbox.process.ended, aborted(closing.signal)]);
      ending.abort();
      await following;
    } finally {
      running = nextRun();
      await sandbox.process.stop();
    }
  }

  const keeping = keepRunning();

  return {
    get current() {
      return current;
    },
    open: async () => (await running.promise).client,
    async close() {
      closing.abort();
      await keeping;
    },
  };
}

/** What calls wait for while the sandbox starts. */
function nextRun(): PromiseWithResolvers<RunningSandbox> {
  const run = Promise.withResolvers<RunningSandbox>();
  run.promise.catch(() => undefined);
  return run;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
