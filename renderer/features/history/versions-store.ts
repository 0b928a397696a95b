import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { Version, VersionSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';

interface VersionsState {
  /** Newest first, by place, without a gap; older ones follow while `older` names where to go on. */
  readonly lists: Readonly<Record<string, readonly VersionSummary[]>>;
  /** Where the older versions go on; `null` once all are here. */
  readonly older: Readonly<Record<string, string | null>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  /** Versions with their text, by place and number. They never change, so they are kept. */
  readonly texts: Readonly<Record<string, Version>>;
  /** The version that is open in History, by place. */
  readonly selected: Readonly<Record<string, number>>;
  /** The versions that are marked to be compared, by place: two at most. */
  readonly marked: Readonly<Record<string, readonly number[]>>;
  /** Settles once the newest are here; the older ones follow by themselves. */
  load(place: PromptPlace): Promise<void>;
  /** Answers from what is kept, else asks. Throws `BridgeFailure`. */
  read(place: PromptPlace, version: number): Promise<Version>;
  /** Takes in a version that was just saved. */
  add(place: PromptPlace, version: Version): void;
  /** Drops all of a registry: its versions are other ones by now. */
  forget(connection: string): void;
  select(place: PromptPlace, version: number): void;
  /** Marks versions, or takes the mark away from those that have it; a third one replaces the first. */
  mark(place: PromptPlace, ...versions: readonly number[]): void;
  clearMarks(place: PromptPlace): void;
}

export const versionKey = (place: PromptPlace, version: number) => `${placeKey(place)}@${version}`;

const followed = new Set<string>();
/** The reads that are under way: who asks for the same version meanwhile gets the same answer. */
const reading = new Map<string, Promise<Version>>();

const readPage = (from: PromptPlace & { readonly cursor?: string }) => unwrap(bridge.versions.list(from));

/** The versions of each prompt. */
export const useVersions = create<VersionsState>()((set, get) => {
  /** Reads older versions, page after page, until there are so many or no more. */
  const readOlder = async (place: PromptPlace, from: string, wanted: number) => {
    const items: VersionSummary[] = [];
    let cursor: string | null = from;
    while (cursor !== null && items.length < wanted) {
      const page: Awaited<ReturnType<typeof readPage>> = await readPage({ ...place, cursor });
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return { items, older: cursor };
  };
  /** Loads the older versions. Every step doubles the list: it is drawn a few times, however long it grows. */
  const follow = async (place: PromptPlace) => {
    const key = placeKey(place);
    if (followed.has(key)) return;
    followed.add(key);
    try {
      for (let from = get().older[key]; from; from = get().older[key]) {
        const { items, older } = await readOlder(place, from, get().lists[key]?.length ?? 0);
        if (get().older[key] !== from) continue;
        set({
          lists: { ...get().lists, [key]: join(get().lists[key] ?? [], items) },
          older: { ...get().older, [key]: older },
        });
      }
    } catch (thrown) {
      set({ errors: { ...get().errors, [key]: toBridgeError(thrown) } });
    } finally {
      followed.delete(key);
    }
  };

  return {
    lists: {},
    older: {},
    errors: {},
    texts: {},
    selected: {},
    marked: {},
    async load(place) {
      const key = placeKey(place);
      try {
        const { items, nextCursor } = await readPage(place);
        const known = get().lists[key] ?? [];
        const newest = known[0]?.version ?? 0;
        const oldest = items.at(-1)?.version ?? 0;
        // An answer that was overtaken by a newer one is dropped.
        if ((items[0]?.version ?? 0) >= newest) {
          // Where more than a page was saved meanwhile, the list begins anew.
          const older = get().older[key];
          const isContinued = older !== undefined && oldest <= newest + 1;
          set({
            lists: { ...get().lists, [key]: isContinued ? join(items, known) : items },
            older: { ...get().older, [key]: isContinued ? older : nextCursor },
          });
        }
        set({ errors: { ...get().errors, [key]: null } });
        void follow(place);
      } catch (thrown) {
        set({ errors: { ...get().errors, [key]: toBridgeError(thrown) } });
      }
    },
    async read(place, version) {
      const key = versionKey(place, version);
      const kept = get().texts[key];
      if (kept) return kept;
      const asked = reading.get(key);
      if (asked) return asked;
      const read = unwrap(bridge.versions.get({ ...place, version }));
      reading.set(key, read);
      try {
        const text = await read;
        // What was asked before the registry's versions were forgotten is of the registry of before.
        if (reading.get(key) === read) set({ texts: { ...get().texts, [key]: text } });
      } finally {
        if (reading.get(key) === read) reading.delete(key);
      }
      return read;
    },
    add(place, version) {
      const { content: _, ...summary } = version;
      const key = placeKey(place);
      const known = get().lists[key];
      set({ texts: { ...get().texts, [versionKey(place, version.version)]: version } });
      // Versions between are on their way; a list has no gap.
      if (known && version.version > (known[0]?.version ?? 0) + 1) return;
      set({ lists: { ...get().lists, [key]: join([summary], known ?? []) } });
    },
    forget(connection) {
      const { lists, older, errors, texts } = get();
      const prefix = prefixOf(connection);
      for (const key of reading.keys()) if (key.startsWith(prefix)) reading.delete(key);
      set({
        lists: without(lists, connection),
        older: without(older, connection),
        errors: without(errors, connection),
        texts: without(texts, connection),
      });
    },
    select: (place, version) => set({ selected: { ...get().selected, [placeKey(place)]: version } }),
    mark(place, ...versions) {
      const key = placeKey(place);
      let marks = get().marked[key] ?? [];
      for (const version of versions) {
        marks = marks.includes(version)
          ? marks.filter((other) => other !== version)
          : [...marks, version].slice(-2);
      }
      set({ marked: { ...get().marked, [key]: marks } });
    },
    clearMarks: (place) => set({ marked: { ...get().marked, [placeKey(place)]: [] } }),
  };
});

/** Both lists as one, newest first; where both have a version, the first one's. */
function join(first: readonly VersionSummary[], second: readonly VersionSummary[]): VersionSummary[] {
  const known = new Set(first.map(({ version }) => version));
  const others = second.filter(({ version }) => !known.has(version));
  return [...first, ...others].sort((a, b) => b.version - a.version);
}

const prefixOf = (connection: string) => placeKey({ connection, prompt: '' });

/** A record by place without those of a connection. */
function without<Value>(
  record: Readonly<Record<string, Value>>,
  connection: string,
): Readonly<Record<string, Value>> {
  const prefix = prefixOf(connection);
  return Object.fromEntries(Object.entries(record).filter(([key]) => !key.startsWith(prefix)));
}

/** A version with its text, read where it is not kept yet; `null` while it is on its way, and where none is asked for. */
export function useVersionText(
  place: PromptPlace,
  version: number | null,
): { readonly text: Version | null; readonly error: BridgeError | null } {
  const kept = useVersions((state) =>
    version === null ? undefined : state.texts[versionKey(place, version)],
  );
  const [error, setError] = useState<BridgeError | null>(null);
  useEffect(() => {
    setError(null);
    if (version === null) return;
    useVersions
      .getState()
      .read(place, version)
      .catch((thrown: unknown) => setError(toBridgeError(thrown)));
  }, [place, version]);
  return { text: kept ?? null, error };
}

/** The version that History shows: the chosen one, else the newest. */
export function shownVersion(state: VersionsState, place: PromptPlace): number | undefined {
  const key = placeKey(place);
  return state.selected[key] ?? state.lists[key]?.[0]?.version;
}
