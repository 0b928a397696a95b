import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import { sandboxConnectionId } from '#core/contract/sandbox-connection-id.ts';
import type { Connection, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';

interface ConnectionsState {
  /** `null` until they were loaded. */
  readonly connections: readonly Connection[] | null;
  readonly currentId: string;
  readonly error: BridgeError | null;
  load(): Promise<void>;
  /** Takes in what the app says of a connection. */
  replace(connection: Connection): void;
  forget(id: string): void;
  choose(id: string): void;
}

/** The registries that the app works with, and the one that is on the screen. */
export const useConnections = create<ConnectionsState>()((set, get) => ({
  connections: null,
  currentId: sandboxConnectionId,
  error: null,
  async load() {
    try {
      set({ connections: await unwrap(bridge.connections.list()), error: null });
    } catch (thrown) {
      set({ error: toBridgeError(thrown) });
    }
  },
  replace(connection) {
    const others = get().connections ?? [];
    const isKnown = others.some((other) => other.id === connection.id);
    set({
      connections: isKnown
        ? others.map((other) => (other.id === connection.id ? connection : other))
        : [...others, connection],
    });
  },
  forget: (id) => set({ connections: get().connections?.filter((other) => other.id !== id) ?? null }),
  choose: (id) => set({ currentId: id }),
}));

/** The connection on the screen; `null` until they were loaded. */
export function currentConnection(state = useConnections.getState()): Connection | null {
  return state.connections?.find((connection) => connection.id === state.currentId) ?? null;
}

/** One text for a prompt of a registry, to key records with. */
export function placeKey(place: PromptPlace): string {
  return `${place.connection}/${place.prompt}`;
}
