import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { putSummary, type SummaryLists, splitSummaries } from './summary-lists.ts';

export interface LibraryState extends SummaryLists {
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  /** What stands in the search field. */
  readonly query: string;
  setQuery(query: string): void;
  /** Loads all prompts again, page by page, and keeps the old ones until the new ones are there. */
  load(connection: string): Promise<void>;
  /** Reads one prompt again. */
  refresh(place: PromptPlace): Promise<void>;
  /** Reads a prompt again soon, together with others that changed in the same moment. */
  noteChanged(place: PromptPlace): void;
  /** Takes in what the registry answered about a prompt. */
  put(connection: string, summary: PromptSummary): void;
  /** The same of several. */
  putAll(connection: string, summaries: readonly PromptSummary[]): void;
}

const pageSize = 200;
/** How long changes are gathered, in milliseconds, and from how many on all are read again. */
const gathering = 100;
const manyChanges = 60;

const running = new Map<string, Promise<void>>();
/** The load that has not begun yet: whoever asks meanwhile waits for the same one. */
const next = new Map<string, Promise<void>>();
/** What was read of single prompts while all of them are being loaded: it is newer than the pages. */
const newerThanPages = new Map<string, Map<string, PromptSummary>>();
const changed = new Map<string, Set<string>>();

/** The prompts of each registry, in name order. */
export const useLibrary = create<LibraryState>()((set, get) => {
  const publish = (connection: string, pages: readonly PromptSummary[]) => {
    const newer = [...(newerThanPages.get(connection)?.values() ?? [])];
    const lists = newer.reduce(putSummary, splitSummaries(pages));
    set({
      prompts: { ...get().prompts, [connection]: lists.listed },
      archived: { ...get().archived, [connection]: lists.archived },
      errors: { ...get().errors, [connection]: null },
    });
  };
  const fetchList = async (connection: string) => {
    newerThanPages.set(connection, new Map());
    const isFirst = get().prompts[connection] === undefined;
    const pages: PromptSummary[] = [];
    try {
      let cursor: string | undefined;
      do {
        const query = { archived: 'any', limit: pageSize, cursor } as const;
        const page = await unwrap(bridge.prompts.list({ connection, ...query }));
        pages.push(...page.items);
        // The first ones are shown while the rest is on its way.
        if (isFirst && cursor === undefined) publish(connection, pages);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      publish(connection, pages);
    } catch (thrown) {
      set({ errors: { ...get().errors, [connection]: toBridgeError(thrown) } });
    } finally {
      newerThanPages.delete(connection);
    }
  };
  const readChanged = async (connection: string) => {
    const names = changed.get(connection) ?? new Set();
    changed.delete(connection);
    if (names.size > manyChanges) return get().load(connection);
    for (const prompt of names) await get().refresh({ connection, prompt });
  };
  return {
    prompts: {},
    archived: {},
    errors: {},
    query: '',
    setQuery: (query) => set({ query }),
    async load(connection) {
      // A load that began before a change may not show it, so the next one waits and fetches again.
      const waiting = next.get(connection);
      if (waiting) return waiting;
      const load = (running.get(connection) ?? Promise.resolve()).then(() => {
        next.delete(connection);
        running.set(connection, load);
        return fetchList(connection);
      });
      next.set(connection, load);
      await load;
      if (running.get(connection) === load) running.delete(connection);
    },
    async refresh(place) {
      try {
        get().put(place.connection, await unwrap(bridge.prompts.get(place)));
      } catch (thrown) {
        // The list stays as it was last known; the next change or the way back online reads it again.
        toBridgeError(thrown);
      }
    },
    noteChanged({ connection, prompt }) {
      const names = changed.get(connection);
      if (names) return void names.add(prompt);
      changed.set(connection, new Set([prompt]));
      setTimeout(() => void readChanged(connection), gathering);
    },
    put: (connection, summary) => get().putAll(connection, [summary]),
    putAll(connection, summaries) {
      for (const summary of summaries) newerThanPages.get(connection)?.set(summary.name, summary);
      const { prompts, archived } = get();
      const lists = { listed: prompts[connection] ?? [], archived: archived[connection] ?? [] };
      // Before the first page there is no list that it could stand in.
      if (!prompts[connection] || summaries.length === 0) return;
      const after = summaries.reduce(putSummary, lists);
      set({
        prompts: { ...prompts, [connection]: after.listed },
        archived: { ...archived, [connection]: after.archived },
      });
    },
  };
});

/** One prompt's summary; `null` until loaded, or where there is none. */
export function findPrompt(
  state: SummaryLists,
  connection: string,
  prompt: string | null,
): PromptSummary | null {
  const isMeant = (summary: PromptSummary) => summary.name === prompt;
  return state.prompts[connection]?.find(isMeant) ?? state.archived[connection]?.find(isMeant) ?? null;
}
