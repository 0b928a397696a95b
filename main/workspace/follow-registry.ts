import { Problem } from '#core/contract/problem.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import { createBackoff } from './backoff.ts';
import { findConnectionFault } from './find-connection-fault.ts';
import { type ConnectionState, type RegistryWatcher, toLostStatus } from './open-connection.ts';

/** After a stream of this length, in milliseconds, the way counts as good: what follows is a new fault. */
const goodWhile = 10_000;

/** A registry that is being followed. */
export interface Following {
  /** Looks at once whether the registry answers, and follows it anew. */
  reconnect(): void;
  /** Settles once `signal` was aborted and all is at rest. */
  readonly ended: Promise<void>;
}

/**
 * Follows a registry until `signal` is aborted, over lost connections: asks whose key it is, lets the watcher catch
 * up, and hands it the events. The state always says whether the registry answers and, where not, why.
 */
export function followRegistry(
  client: RegistryClient,
  state: ConnectionState,
  watcher: RegistryWatcher,
  signal: AbortSignal,
): Following {
  const backoff = createBackoff();
  let attempt = new AbortController();

  async function connect(): Promise<void> {
    const member = await client.call('getMe', {});
    if (signal.aborted) return;
    await watcher.registryConnected({ ...state.current, member, status: 'online', fault: null }, client);
    if (signal.aborted) return;
    const { status, member: before } = state.current;
    if (status !== 'online' || JSON.stringify(member) !== JSON.stringify(before)) {
      state.change({ status: 'online', fault: null, member });
    }
  }

  async function follow(): Promise<void> {
    const { id, member } = state.current;
    const either = AbortSignal.any([signal, attempt.signal]);
    const startedAt = performance.now();
    try {
      for await (const event of client.followEvents(watcher.findLastEvent(id), either, () => undefined)) {
        await watcher.eventAppended(id, event, client);
        if (event.type === 'member.updated' && event.data.member === member?.id) return;
      }
    } catch (error) {
      // A stream that broke off says little: the next attempt tells whether the registry still answers.
      if (error instanceof Problem) throw error;
    } finally {
      if (performance.now() - startedAt > goodWhile) backoff.reset();
    }
  }

  async function keepFollowing(): Promise<void> {
    while (!signal.aborted) {
      attempt = new AbortController();
      try {
        await connect();
        await follow();
      } catch (error) {
        if (signal.aborted) return;
        const fault = findConnectionFault(error);
        state.change({ status: toLostStatus(fault), fault });
      }
      await backoff.pause(signal);
    }
  }

  return {
    reconnect() {
      backoff.hurry();
      attempt.abort();
    },
    ended: keepFollowing(),
  };
}
