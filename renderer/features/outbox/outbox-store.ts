import { create } from 'zustand';
import type { WaitingSave } from '#core/contract/outbox-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { unwrap } from '../../bridge/unwrap.ts';
import { useDrafts } from '../editor/drafts-store.ts';

interface OutboxState {
  /** What waits to be sent, by registry; each prompt's saves in their order. */
  readonly saves: Readonly<Record<string, readonly WaitingSave[]>>;
  /** Loads what waits for a registry, once: afterwards the app tells of it. */
  load(connection: string): Promise<void>;
  /** Reads anew what waits for a registry, where it was read before. */
  loadAgain(connection: string): Promise<void>;
  replace(connection: string, saves: readonly WaitingSave[]): void;
  send(connection: string): Promise<void>;
  changeNote(save: WaitingSave, note: string): Promise<void>;
  /** Makes a prompt's last save its draft again. */
  takeBack(save: WaitingSave): Promise<void>;
  /** Takes out everything that waits of a prompt: its texts were merged into the draft. */
  endMerged(place: PromptPlace): Promise<void>;
}

const none: readonly WaitingSave[] = [];

/** Saves that wait to be sent. */
export const useOutbox = create<OutboxState>()((set, get) => ({
  saves: {},
  async load(connection) {
    if (get().saves[connection]) return;
    const saves = await unwrap(bridge.outbox.list({ connection }));
    // What the app has told meanwhile is newer.
    if (!get().saves[connection]) get().replace(connection, saves);
  },
  async loadAgain(connection) {
    const before = get().saves[connection];
    if (!before) return;
    const saves = await unwrap(bridge.outbox.list({ connection }));
    // What the app has told meanwhile is newer.
    if (get().saves[connection] === before) get().replace(connection, saves);
  },
  replace: (connection, saves) => set({ saves: { ...get().saves, [connection]: saves } }),
  send: async (connection) => void (await unwrap(bridge.outbox.send({ connection }))),
  changeNote: async ({ connection, prompt, id }, note) =>
    void (await unwrap(bridge.outbox.changeNote({ connection, prompt, id, note }))),
  async takeBack({ connection, prompt, id }) {
    await unwrap(bridge.outbox.takeBack({ connection, prompt, id, intoDraft: true }));
    await useDrafts.getState().readAgain(connection);
  },
  async endMerged(place) {
    for (const { id } of savesOf(get(), place).toReversed()) {
      await unwrap(bridge.outbox.takeBack({ ...place, id, intoDraft: false }));
    }
  },
}));

/** What waits for a registry. */
export function savesIn(state: Pick<OutboxState, 'saves'>, connection: string): readonly WaitingSave[] {
  return state.saves[connection] ?? none;
}

/** What waits of a prompt, in its order. */
export function savesOf(state: Pick<OutboxState, 'saves'>, place: PromptPlace): readonly WaitingSave[] {
  return savesIn(state, place.connection).filter(({ prompt }) => prompt === place.prompt);
}
