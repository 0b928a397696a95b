import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge.ts';
import type { Version, VersionSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';

interface VersionsState {
  /** Newest first, by place. */
  readonly lists: Readonly<Record<string, readonly VersionSummary[]>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  /** Versions with their text, by place and number. They never change, so they are kept. */
  readonly texts: Readonly<Record<string, Version>>;
  /** The version that is open in History, by place. */
  readonly selected: Readonly<Record<string, number>>;
  load(place: PromptPlace): Promise<void>;
  /** Answers from what is kept, else asks. Throws `BridgeFailure`. */
  read(place: PromptPlace, version: number): Promise<Version>;
  /** Takes in a version that was just saved. */
  add(place: PromptPlace, version: Version): void;
  select(place: PromptPlace, version: number): void;
}

export const versionKey = (place: PromptPlace, version: number) => `${placeKey(place)}@${version}`;

/** The versions of each prompt. */
export const useVersions = create<VersionsState>()((set, get) => ({
  lists: {},
  errors: {},
  texts: {},
  selected: {},
  async load(place) {
    const key = placeKey(place);
    try {
      const list = await unwrap(bridge.versions.list(place));
      const known = get().lists[key]?.[0]?.version ?? 0;
      // An answer that was overtaken by a newer one is dropped.
      if ((list[0]?.version ?? 0) >= known) set({ lists: { ...get().lists, [key]: list } });
      set({ errors: { ...get().errors, [key]: null } });
    } catch (thrown) {
      set({ errors: { ...get().errors, [key]: toBridgeError(thrown) } });
    }
  },
  async read(place, version) {
    const key = versionKey(place, version);
    const kept = get().texts[key];
    if (kept) return kept;
    const read = await unwrap(bridge.versions.get({ ...place, version }));
    set({ texts: { ...get().texts, [key]: read } });
    return read;
  },
  add(place, version) {
    const { content: _, ...summary } = version;
    const key = placeKey(place);
    const others = (get().lists[key] ?? []).filter((other) => other.version !== version.version);
    const list = [summary, ...others].toSorted((a, b) => b.version - a.version);
    set({
      texts: { ...get().texts, [versionKey(place, version.version)]: version },
      lists: { ...get().lists, [key]: list },
    });
  },
  select: (place, version) => set({ selected: { ...get().selected, [placeKey(place)]: version } }),
}));
