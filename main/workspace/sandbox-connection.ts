import { setTimeout as delay } from 'node:timers/promises';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import { sandboxConnectionId } from '#core/contract/sandbox-connection-id.ts';
import { AppError } from '../app-error.ts';
import type { AppPorts } from '../ports.ts';
import { type Following, followRegistry } from './follow-registry.ts';
import { createConnectionState, type OpenConnection, type RegistryWatcher } from './open-connection.ts';
import { type RunningSandbox, startSandbox } from './sandbox.ts';

/** How often in a row the sandbox may end by itself before the app gives up on it. */
const attempts = 5;
const longEnoughToCountAsWell = 60_000;

/** Starts the sandbox at once, keeps it running, follows its events, and tells what becomes of it. */
export function createSandboxConnection(
  ports: AppPorts,
  watcher: RegistryWatcher,
  emit: (event: BridgeEvent) => void,
): OpenConnection {
  const state = createConnectionState(
    { id: sandboxConnectionId, name: 'Sandbox', kind: 'sandbox', address: null, member: null },
    emit,
  );
  let running = nextRun();
  let following: Following | null = null;
  const closing = new AbortController();

  async function keepRunning(): Promise<void> {
    for (let attempt = 1; attempt <= attempts && !closing.signal.aborted; attempt += 1) {
      const startedAt = performance.now();
      try {
        await runOnce();
      } catch (error) {
        ports.log.error('The sandbox registry could not start.', { reason: String(error) });
      }
      if (closing.signal.aborted) return;
      state.change({ status: 'offline' });
      if (performance.now() - startedAt > longEnoughToCountAsWell) attempt = 0;
      await delay(300 * attempt, undefined, { signal: closing.signal }).catch(() => undefined);
    }
    running.reject(new AppError('registry-unreachable', 'The sandbox registry is not running.'));
    if (!closing.signal.aborted) state.change({ status: 'stopped' });
  }

  async function runOnce(): Promise<void> {
    const sandbox = await startSandbox(ports);
    const ending = new AbortController();
    try {
      if (closing.signal.aborted) return;
      running.resolve(sandbox);
      state.change({ address: sandbox.process.address });
      const either = AbortSignal.any([closing.signal, ending.signal]);
      following = followRegistry(sandbox.client, state, watcher, either);
      await Promise.race([sandbox.process.ended, aborted(closing.signal)]);
      ending.abort();
      await following.ended;
    } finally {
      following = null;
      running = nextRun();
      await sandbox.process.stop();
    }
  }

  let keeping = keepRunning();

  return {
    get current() {
      return state.current;
    },
    open: async () => (await running.promise).client,
    /** Starts it once more where the app has given up on it. */
    reconnect() {
      if (state.current.status !== 'stopped') return following?.reconnect();
      running = nextRun();
      state.change({ status: 'connecting' });
      keeping = keepRunning();
    },
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
