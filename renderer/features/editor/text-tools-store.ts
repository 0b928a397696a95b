import { create } from 'zustand';
import type { MenuRequest, PromptEditorHandle } from '../../monaco/prompt-editor-props.ts';

/** What is asked over the text: the name of a variable to be made of the selection, or a new name for one. */
export type TextQuestion =
  | { readonly kind: 'make-variable'; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: 'rename-variable'; readonly name: string };

interface TextToolsState {
  /** The editor on the screen, where Monaco is loaded. */
  readonly handle: PromptEditorHandle | null;
  /** The selected text; empty where nothing is selected. */
  readonly selected: string;
  readonly question: TextQuestion | null;
  readonly menu: MenuRequest | null;
  readonly areProblemsOpen: boolean;
  setHandle(handle: PromptEditorHandle | null): void;
  setSelected(selected: string): void;
  /** Asks for the name of a variable made of the selection. */
  askToMake(): void;
  /** Asks for another name, of the variable at the caret where none is given. */
  askToRename(name?: string): void;
  closeQuestion(): void;
  openMenu(request: MenuRequest): void;
  closeMenu(): void;
  toggleProblems(): void;
}

/** The tools of the text that is on the screen: nothing of it outlives the window. */
export const useTextTools = create<TextToolsState>()((set, get) => ({
  handle: null,
  selected: '',
  question: null,
  menu: null,
  areProblemsOpen: false,
  setHandle: (handle) => set({ handle, selected: '', question: null, menu: null }),
  setSelected: (selected) => set({ selected }),
  askToMake() {
    const selection = get().handle?.getSelection();
    if (selection && selection.text !== '')
      set({ menu: null, question: { kind: 'make-variable', ...selection } });
  },
  askToRename(name = get().handle?.getVariableAtCaret() ?? undefined) {
    if (name !== undefined) set({ menu: null, question: { kind: 'rename-variable', name } });
  },
  closeQuestion() {
    set({ question: null });
    get().handle?.focus();
  },
  openMenu: (menu) => set({ menu }),
  closeMenu: () => set({ menu: null }),
  toggleProblems: () => set({ areProblemsOpen: !get().areProblemsOpen }),
}));
