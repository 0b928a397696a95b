import { create } from 'zustand';
import { useConnections } from '../connections/connections-store.ts';
import { useLibrary } from './library-store.ts';

interface SelectionState {
  /** The registry whose prompts they are; `null` while nothing is being selected. */
  readonly connection: string | null;
  readonly names: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | null;
  /** Shows what can be selected, before anything is. */
  begin(): void;
  /** Selects prompts of the registry on the screen, or no longer. */
  choose(names: readonly string[], isChosen: boolean, anchor?: string): void;
  end(): void;
}

const nothing: ReadonlySet<string> = new Set();
const none = { connection: null, names: nothing, anchor: null };

/** The prompts that are selected, to do something with all of them. They are all of one registry. */
export const useSelection = create<SelectionState>()((set, get) => ({
  ...none,
  begin: () => set({ ...none, connection: useConnections.getState().currentId }),
  choose(chosen, isChosen, anchor) {
    const connection = useConnections.getState().currentId;
    const names = new Set(get().connection === connection ? get().names : []);
    for (const name of chosen) {
      if (isChosen) names.add(name);
      else names.delete(name);
    }
    set({ connection, names, anchor: anchor ?? get().anchor });
  },
  end: () => set(none),
}));

/** True while prompts of the registry on the screen are being selected. */
export function isSelecting(): boolean {
  return useSelection.getState().connection === useConnections.getState().currentId;
}

/** The selected prompts of the registry on the screen that are still there, in name order. */
export function listSelected(): string[] {
  const { connection, names } = useSelection.getState();
  if (connection === null || !isSelecting()) return [];
  const { prompts, archived } = useLibrary.getState();
  const all = [...(prompts[connection] ?? []), ...(archived[connection] ?? [])];
  return all
    .map(({ name }) => name)
    .filter((name) => names.has(name))
    .toSorted();
}

/** True where something is selected and all of it is archived. */
export function isSelectionArchived(): boolean {
  const { connection, names } = useSelection.getState();
  const { archived } = useLibrary.getState();
  const inArchive = archived[connection ?? '']?.filter(({ name }) => names.has(name)) ?? [];
  return names.size > 0 && inArchive.length === names.size;
}
