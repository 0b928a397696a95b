import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export type LibrarySort = 'name' | 'changed';

interface LibraryViewState {
  readonly sort: LibrarySort;
  /** Only prompts with this tag are shown; `null` for all. */
  readonly tag: string | null;
  readonly showsArchived: boolean;
  /** Folders that are closed, each as `connection/path`. */
  readonly closedFolders: readonly string[];
  /** The prompt whose title is being changed in the list. */
  readonly renaming: string | null;
  /** The open prompt whose title is being changed above its text. */
  readonly renamingTitle: string | null;
  change(
    change: Partial<Pick<LibraryViewState, 'sort' | 'tag' | 'showsArchived' | 'renaming' | 'renamingTitle'>>,
  ): void;
  setFolder(connection: string, folder: string, isOpen: boolean): void;
}

/** How the list of prompts is shown. It stays so on this machine. */
export const useLibraryView = create<LibraryViewState>()(
  persist(
    (set, get) => ({
      sort: 'name',
      tag: null,
      showsArchived: false,
      closedFolders: [],
      renaming: null,
      renamingTitle: null,
      change: (change) => set(change),
      setFolder(connection, folder, isOpen) {
        const key = `${connection}/${folder}`;
        const others = get().closedFolders.filter((closed) => closed !== key);
        set({ closedFolders: isOpen ? others : [...others, key] });
      },
    }),
    {
      name: 'promptforge-library',
      storage: createJSONStorage(() => globalThis.localStorage),
      partialize: ({ sort, closedFolders }) => ({ sort, closedFolders }),
    },
  ),
);
