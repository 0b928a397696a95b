import { create } from 'zustand';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { placeKey } from '../connections/connections-store.ts';

/** One side of a comparison: `stable`, `latest`, `draft`, or a version's number as text. */
export type Side = string;

export interface DiffNavigation {
  /** Shows a row of the comparison. */
  goTo?(place: number): void;
  goToNextChange(): void;
  goToPreviousChange(): void;
  /** Selects the words of the change that was gone to last. */
  selectChange?(): void;
}

interface CompareState {
  /** What the user chose, by place; absent means the default. */
  readonly sides: Readonly<
    Record<string, { readonly from?: Side | undefined; readonly to?: Side | undefined }>
  >;
  /** As prose with its words marked, or line by line in the editor. */
  readonly view: 'words' | 'lines';
  readonly mode: 'side-by-side' | 'inline';
  readonly text: 'raw' | 'finished';
  /** The diff that is on the screen. */
  readonly navigation: DiffNavigation | null;
  choose(place: PromptPlace, sides: { from?: Side; to?: Side }): void;
  setView(view: CompareState['view']): void;
  setMode(mode: CompareState['mode']): void;
  setText(text: CompareState['text']): void;
  setNavigation(navigation: DiffNavigation | null): void;
}

/** What is compared with what, and how it is shown. */
export const useCompare = create<CompareState>()((set, get) => ({
  sides: {},
  view: 'words',
  mode: 'side-by-side',
  text: 'raw',
  navigation: null,
  choose(place, sides) {
    const key = placeKey(place);
    set({ sides: { ...get().sides, [key]: { ...get().sides[key], ...sides } } });
  },
  setView: (view) => set({ view }),
  setMode: (mode) => set({ mode }),
  setText: (text) => set({ text }),
  setNavigation: (navigation) => set({ navigation }),
}));
