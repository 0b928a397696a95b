import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from '#core/contract/problem.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';

const shortestPause = 250;
const longestPause = 15_000;

export interface EventListener {
  onEvent(event: RegistryEvent): void;
  /** The registry answers; `isAgain` where it had been lost in between. */
  onOnline(isAgain: boolean): void;
  onLost(reason: 'offline' | 'refused'): void;
}

/** Follows a registry's events until `signal` is aborted, over lost connections, from the last event seen. */
export async function followEvents(
  client: RegistryClient,
  listener: EventListener,
  signal: AbortSignal,
): Promise<void> {
  let last: number | null = null;
  let pause = shortestPause;
  let wasOnline = false;
  while (!signal.aborted) {
    try {
      const opened = () => {
        pause = shortestPause;
        listener.onOnline(wasOnline);
        wasOnline = true;
      };
      for await (const event of client.followEvents(last, signal, opened)) {
        last = event.seq;
        listener.onEvent(event);
      }
      listener.onLost('offline');
    } catch (error) {
      if (signal.aborted) return;
      const isRefused =
        error instanceof Problem && (error.code === 'unauthenticated' || error.code === 'forbidden');
      listener.onLost(isRefused ? 'refused' : 'offline');
    }
    // Some jitter, so that many apps do not come back in the same moment.
    await delay(pause * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
    pause = Math.min(pause * 2, longestPause);
  }
}
