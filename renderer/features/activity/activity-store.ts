import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';

interface ActivityState {
  /** Newest first, by connection; absent until loaded. */
  readonly events: Readonly<Record<string, readonly RegistryEvent[]>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  load(connection: string): Promise<void>;
  add(connection: string, event: RegistryEvent): void;
}

const shown = 200;

/** What happened in each registry, as far as the screen shows it. */
export const useActivity = create<ActivityState>()((set, get) => ({
  events: {},
  errors: {},
  async load(connection) {
    try {
      const events = await unwrap(bridge.events.listNewest({ connection, limit: shown }));
      set({
        events: { ...get().events, [connection]: events },
        errors: { ...get().errors, [connection]: null },
      });
    } catch (thrown) {
      set({ errors: { ...get().errors, [connection]: toBridgeError(thrown) } });
    }
  },
  add(connection, event) {
    const known = get().events[connection];
    if (!known || known.some((other) => other.seq === event.seq)) return;
    const events = [event, ...known].toSorted((a, b) => b.seq - a.seq).slice(0, shown);
    set({ events: { ...get().events, [connection]: events } });
  },
}));
