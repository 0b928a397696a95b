import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge.ts';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';

interface LibraryState {
  /** By connection; absent until loaded. */
  readonly prompts: Readonly<Record<string, readonly PromptSummary[]>>;
  /** Archived prompts that are or were open, as they were last known. */
  readonly unlisted: Readonly<Record<string, readonly PromptSummary[]>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  readonly query: string;
  setQuery(query: string): void;
  /** Loads the list again and keeps the old one until the new one is there. */
  load(connection: string): Promise<void>;
  /** Keeps what is known of an open prompt that the list does not have. */
  keepUnlisted(place: PromptPlace, known: Pick<PromptSummary, 'latest' | 'stable' | 'updatedAt'>): void;
}

const running = new Map<string, Promise<void>>();

/** The prompts of each registry, in name order. */
export const useLibrary = create<LibraryState>()((set, get) => {
  const fetchList = async (connection: string) => {
    try {
      const prompts = await unwrap(bridge.prompts.list({ connection }));
      set({
        unlisted: { ...get().unlisted, [connection]: findUnlisted(get(), connection, prompts) },
        prompts: { ...get().prompts, [connection]: prompts },
        errors: { ...get().errors, [connection]: null },
      });
    } catch (thrown) {
      set({ errors: { ...get().errors, [connection]: toBridgeError(thrown) } });
    }
  };
  return {
    prompts: {},
    unlisted: {},
    errors: {},
    query: '',
    setQuery: (query) => set({ query }),
    async load(connection) {
      // A load that began before a change may not show it, so the next one waits and fetches again.
      const before = running.get(connection);
      const next = (before ?? Promise.resolve()).then(() => fetchList(connection));
      running.set(connection, next);
      await next;
      if (running.get(connection) === next) running.delete(connection);
    },
    keepUnlisted({ connection, prompt }, known) {
      if (get().prompts[connection]?.some(({ name }) => name === prompt)) return;
      const before = findPrompt(get(), connection, prompt) ?? bareSummary(prompt);
      const others = (get().unlisted[connection] ?? []).filter(({ name }) => name !== prompt);
      const kept = { ...before, ...known, archived: true };
      set({ unlisted: { ...get().unlisted, [connection]: [...others, kept] } });
    },
  };
});

/** One prompt's summary; `null` until loaded, or where there is none. */
export function findPrompt(
  state: Pick<LibraryState, 'prompts' | 'unlisted'>,
  connection: string,
  prompt: string | null,
): PromptSummary | null {
  const isMeant = (summary: PromptSummary) => summary.name === prompt;
  return state.prompts[connection]?.find(isMeant) ?? state.unlisted[connection]?.find(isMeant) ?? null;
}

/** What was listed until now and no longer is: nothing is ever deleted, so it was archived. */
function findUnlisted(
  state: Pick<LibraryState, 'prompts' | 'unlisted'>,
  connection: string,
  listed: readonly PromptSummary[],
): readonly PromptSummary[] {
  const names = new Set(listed.map(({ name }) => name));
  const before = [...(state.unlisted[connection] ?? []), ...(state.prompts[connection] ?? [])];
  return before.filter(({ name }) => !names.has(name)).map((prompt) => ({ ...prompt, archived: true }));
}

function bareSummary(name: string): Omit<PromptSummary, 'latest' | 'stable' | 'updatedAt'> {
  return { name, title: name, description: '', tags: [], pendingPromotions: 0, archived: true };
}
