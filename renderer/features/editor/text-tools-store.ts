import { create } from 'zustand';
import type { MenuRequest, PromptEditorHandle } from '../../monaco/prompt-editor-props.ts';

/** What is asked over the text. Offsets are those of `source`, the text as it was when the question came up. */
export interface TextQuestion {
  readonly kind: 'make-variable';
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

interface TextToolsState {
  /** The editor on the screen, where Monaco is loaded. */
  readonly handle: PromptEditorHandle | null;
  /** The selected text; empty where nothing is selected. */
  readonly selected: string;
  readonly question: TextQuestion | null;
  readonly isReadOnly: boolean;
  readonly menu: MenuRequest | null;
  readonly areProblemsOpen: boolean;
  setHandle(handle: PromptEditorHandle | null): void;
  setSelected(selected: string): void;
  setReadOnly(isReadOnly: boolean): void;
  /** Asks for the name of a variable made of the selection. */
  askToMake(): void;
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
  isReadOnly: false,
  menu: null,
  areProblemsOpen: false,
  setHandle: (handle) => set({ handle, selected: '', question: null, menu: null }),
  setSelected: (selected) => set({ selected }),
  setReadOnly: (isReadOnly) => set({ isReadOnly }),
  askToMake() {
    const { handle } = get();
    if (!handle) return;
    const { start, end } = handle.getSelection();
    if (end > start) set({ question: { kind: 'make-variable', source: handle.getText(), start, end } });
  },
  closeQuestion() {
    set({ question: null });
    get().handle?.focus();
  },
  openMenu: (menu) => set({ menu }),
  closeMenu() {
    if (!get().menu) return;
    set({ menu: null });
    get().handle?.focus();
  },
  toggleProblems: () => set({ areProblemsOpen: !get().areProblemsOpen }),
}));
