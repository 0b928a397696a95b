import { create } from 'zustand';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { splitSearch } from '#core/domain/search/search-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';

/** What is searched for, and where. */
export interface SearchWish {
  readonly connection: string;
  readonly query: string;
  readonly tag: string | null;
  readonly withArchived: boolean;
}

interface SearchState {
  /** What the newest answer is for. */
  readonly answered: SearchWish | null;
  readonly found: readonly PromptSummary[];
  readonly nextCursor: string | null;
  /** True where the registry could not be asked: only what is loaded was searched. */
  readonly isPartial: boolean;
  /** Asks the registry; of several wishes in a row, those between are left out. */
  search(wish: SearchWish): void;
  /** Reads the next page of the newest answer. */
  loadMore(): void;
}

const pageSize = 60;
let waiting: SearchWish | null = null;
let isAsking = false;

/** Search in the texts of all prompts, as the registry does it. */
export const useSearch = create<SearchState>()((set, get) => {
  const ask = async (wish: SearchWish, cursor?: string) => {
    const { connection, query, tag, withArchived } = wish;
    const page = await unwrap(
      bridge.prompts.list({
        connection,
        query: splitSearch(query).join(' '),
        tag: tag ?? undefined,
        archived: withArchived ? 'any' : 'false',
        limit: pageSize,
        cursor,
      }),
    );
    return { found: page.items, nextCursor: page.nextCursor };
  };
  const work = async () => {
    isAsking = true;
    while (waiting) {
      const wish = waiting;
      waiting = null;
      try {
        set({ ...(await ask(wish)), answered: wish, isPartial: false });
      } catch (thrown) {
        toBridgeError(thrown);
        set({ found: [], nextCursor: null, answered: wish, isPartial: true });
      }
    }
    isAsking = false;
  };
  return {
    answered: null,
    found: [],
    nextCursor: null,
    isPartial: false,
    search(wish) {
      waiting = wish;
      if (!isAsking) void work();
    },
    loadMore() {
      const { answered, nextCursor, found } = get();
      if (!answered || nextCursor === null || isAsking) return;
      isAsking = true;
      ask(answered, nextCursor)
        .then((page) => set({ ...page, found: [...found, ...page.found] }))
        .catch(toBridgeError)
        .finally(() => {
          isAsking = false;
          if (waiting) void work();
        });
    },
  };
});

/** True where an answer is for a wish. */
export function isAnswerTo(answered: SearchWish | null, wish: SearchWish): boolean {
  return (
    answered !== null &&
    answered.connection === wish.connection &&
    answered.query === wish.query &&
    answered.tag === wish.tag &&
    answered.withArchived === wish.withArchived
  );
}
