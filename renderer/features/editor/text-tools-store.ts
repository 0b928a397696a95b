import { create } from 'zustand';
import type { StableText } from '#core/domain/problems.ts';
import type { MenuRequest, PromptEditorHandle } from '../../monaco/prompt-editor-props.ts';
import type { ProblemStop } from './problem-stops.ts';

/** What is asked over the text. Offsets are those of `source`, the text as it was when the question came up. */
export type TextQuestion =
  | { readonly kind: 'make-variable'; readonly source: string; readonly start: number; readonly end: number }
  | { readonly kind: 'rename-variable'; readonly name: string };

/** The problem that is being looked at. */
export interface ShownProblem extends ProblemStop {
  /** Counted from 0. */
  readonly index: number;
  readonly count: number;
}

interface TextToolsState {
  /** The editor on the screen, where Monaco is loaded. */
  readonly handle: PromptEditorHandle | null;
  /** The selected text; empty where nothing is selected. */
  readonly selected: string;
  readonly question: TextQuestion | null;
  /** True while the text is in the browser's own field, which checks the spelling. */
  readonly isProofreading: boolean;
  readonly shownProblem: ShownProblem | null;
  /** What the stable version uses; `null` where there is none, or while it is not known. */
  readonly stable: StableText | null;
  readonly isReadOnly: boolean;
  readonly menu: MenuRequest | null;
  readonly areProblemsOpen: boolean;
  setHandle(handle: PromptEditorHandle | null): void;
  setSelected(selected: string): void;
  setReadOnly(isReadOnly: boolean): void;
  setStable(stable: StableText | null): void;
  /** Asks for the name of a variable made of the selection. */
  askToMake(): void;
  /** Asks for another name of the variable at the caret. */
  askToRename(): void;
  closeQuestion(): void;
  setProofreading(isProofreading: boolean): void;
  showProblem(shown: ShownProblem | null): void;
  openMenu(request: MenuRequest): void;
  closeMenu(): void;
  toggleProblems(): void;
}

/** The tools of the text that is on the screen: nothing of it outlives the window. */
export const useTextTools = create<TextToolsState>()((set, get) => ({
  handle: null,
  selected: '',
  question: null,
  isProofreading: false,
  shownProblem: null,
  stable: null,
  isReadOnly: false,
  menu: null,
  areProblemsOpen: false,
  setHandle: (handle) =>
    set({ handle, selected: '', question: null, isProofreading: false, shownProblem: null, menu: null }),
  setSelected: (selected) => set({ selected }),
  setReadOnly: (isReadOnly) => set({ isReadOnly }),
  setStable: (stable) => set({ stable }),
  askToMake() {
    const { handle } = get();
    if (!handle) return;
    const { start, end } = handle.getSelection();
    if (end > start) set({ question: { kind: 'make-variable', source: handle.getText(), start, end } });
  },
  askToRename() {
    const name = get().handle?.getVariableAtCaret();
    if (name) set({ question: { kind: 'rename-variable', name } });
  },
  closeQuestion() {
    set({ question: null });
    get().handle?.focus();
  },
  setProofreading(isProofreading) {
    set({ isProofreading, shownProblem: null, question: null });
    // The editor takes the focus once it is within reach again.
    if (!isProofreading) requestAnimationFrame(() => get().handle?.focus());
  },
  showProblem: (shownProblem) => set({ shownProblem }),
  openMenu: (menu) => set({ menu }),
  closeMenu() {
    if (!get().menu) return;
    set({ menu: null });
    get().handle?.focus();
  },
  toggleProblems: () => set({ areProblemsOpen: !get().areProblemsOpen }),
}));
