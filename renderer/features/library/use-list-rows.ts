import { useEffect, useMemo, useRef } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { searchDetails } from '#core/domain/search/search-details.ts';
import { splitSearch } from '#core/domain/search/search-words.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useLibrary } from './library-store.ts';
import { useLibraryView } from './library-view-store.ts';
import { type LibraryRow, listByChange, listByFolder } from './list-rows.ts';
import { prepareSearch } from './prepare-search.ts';
import { isAnswerTo, useSearch } from './search-store.ts';
import { sortByTitle } from './sort-by-title.ts';

/** How many are shown while the registry's answer is on its way. */
const shownAtOnce = 60;
const none: readonly PromptSummary[] = [];

export interface ListedRows {
  readonly rows: readonly LibraryRow[];
  /** The words searched for; empty where the whole library is shown. */
  readonly words: readonly string[];
  /** How many prompts there are in all, before any search. */
  readonly total: number;
  /** How many were found; `null` while the registry is still being asked or has more. */
  readonly found: number | null;
  readonly isPartial: boolean;
  /** Every prompt that is listed, also those in closed folders. */
  readonly prompts: readonly PromptSummary[];
}

/** What the list shows: the library by folder, or what a search found. `null` until the library is loaded. */
export function useListRows(): ListedRows | null {
  const connection = useConnections((state) => state.currentId);
  const listed = useLibrary((state) => state.prompts[connection]);
  const archived = useLibrary((state) => state.archived[connection]) ?? none;
  const query = useLibrary((state) => state.query);
  const { sort, tag, showsArchived, closedFolders } = useLibraryView();
  const words = useMemo(() => splitSearch(query), [query]);
  const wish = useMemo(
    () => ({ connection, query, tag, withArchived: showsArchived }),
    [connection, query, tag, showsArchived],
  );
  const answer = useSearch();
  const isSearching = words.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a text that changed may be found now, or no longer
  useEffect(() => {
    if (isSearching) useSearch.getState().search(wish);
  }, [isSearching, wish, listed]);

  const prompts = useMemo(() => {
    if (!listed) return null;
    const all = showsArchived ? [...listed, ...archived] : listed;
    return tag === null ? all : all.filter((prompt) => prompt.tags.includes(tag));
  }, [listed, archived, showsArchived, tag]);

  useEffect(() => (prompts ? prepareSearch(prompts) : undefined), [prompts]);

  const sorted = useRef<readonly PromptSummary[]>([]);
  const tree = useMemo(() => {
    if (!prompts || isSearching) return null;
    if (sort === 'changed') return listByChange(prompts);
    const prefix = `${connection}/`;
    const mine = closedFolders.filter((key) => key.startsWith(prefix));
    sorted.current = sortByTitle(prompts, sorted.current);
    return listByFolder(sorted.current, new Set(mine.map((key) => key.slice(prefix.length))));
  }, [prompts, isSearching, sort, connection, closedFolders]);

  const isAnswered = isAnswerTo(answer.answered, wish) && !answer.isPartial;
  const results = useMemo(() => {
    if (!prompts || !isSearching) return null;
    if (isAnswered) return answer.found;
    // What can be told at once comes first; the registry's answer is there before the next key is pressed.
    const atOnce = searchDetails(prompts, words);
    if (answer.isPartial) return atOnce;
    const names = new Set(atOnce.map(({ name }) => name));
    const inTexts = answer.found.filter(({ name, match }) => match?.field === 'content' && !names.has(name));
    return [...atOnce.slice(0, shownAtOnce), ...inTexts];
  }, [prompts, isSearching, isAnswered, answer.found, answer.isPartial, words]);

  return useMemo(() => {
    if (!prompts) return null;
    const isPartial = isSearching && answer.isPartial;
    const rows = tree ?? (results ?? []).map((prompt): LibraryRow => ({ kind: 'prompt', prompt, depth: 0 }));
    const isComplete = isAnswered && answer.nextCursor === null;
    return {
      rows,
      words,
      total: prompts.length,
      found: isComplete || isPartial ? rows.length : null,
      isPartial,
      prompts: results ?? prompts,
    };
  }, [prompts, tree, results, words, isSearching, isAnswered, answer.nextCursor, answer.isPartial]);
}
