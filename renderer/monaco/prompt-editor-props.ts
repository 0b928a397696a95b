import type { TextView } from '#core/contract/workspace-shapes.ts';
import type { TextEdit, TextProblem } from '#core/domain/problems.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import type { SpellingChecker } from './spelling-checker.ts';
import type { ColorScheme, Typography } from './typography.ts';

/** What the screen may ask of an editor. */
export interface PromptEditorHandle {
  focus(): void;
  /** Puts text in place of the selection, as one step that can be undone. */
  insertText(text: string): void;
  /** The text as the editor holds it: all offsets count in it, and every line ends with `\n`. */
  getText(): string;
  getSelection(): { readonly start: number; readonly end: number; readonly text: string };
  /** Selects a stretch, brings it into view and takes the focus. */
  select(start: number, end: number): void;
  /**
   * Edits the text, as one step that can be undone.
   *
   * @param isTyping true where the step may grow with the edits that follow, as typing does
   */
  applyEdits(edits: readonly TextEdit[], isTyping?: boolean): void;
  /** The name of the variable that the caret stands in, or `null`. */
  getVariableAtCaret(): string | null;
  /** Where the end of the selection is in the window, in pixels; `null` where it is out of sight. */
  getCaretPlace(): CaretPlace | null;
  /** Tells of each move of the caret, edits included, and of scrolling. Returns how to stop. */
  watch(listeners: { onCaretMove(): void; onScroll(): void }): () => void;
  cut(): void;
  copy(): void;
  find(): void;
  replace(): void;
  undo(): void;
  redo(): void;
}

export interface CaretPlace {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** A request for a menu: where, in pixels of the window. */
export interface MenuRequest {
  readonly x: number;
  readonly y: number;
}

export interface PromptEditorProps {
  /** Names the text, for example connection and prompt: undo history and caret are kept under it. */
  readonly modelKey: string;
  readonly value: string;
  /** Told of each edit of the user at once, with the whole text; not of values that came from outside. */
  readonly onChange: (value: string) => void;
  /** The declared variables. A change of them is a step that undo takes back. */
  readonly variables: readonly VariableDeclaration[];
  /** What is underlined beside undeclared variables. */
  readonly problems?: readonly TextProblem[] | undefined;
  /** Underlines misspelt words; `null` where nobody can tell them, or nobody wants to be told. */
  readonly spelling?: SpellingChecker | null | undefined;
  /** Told where undo or redo has changed the declared variables. */
  readonly onVariablesChange?: ((variables: readonly VariableDeclaration[]) => void) | undefined;
  readonly typography: Typography;
  readonly colorScheme: ColorScheme;
  readonly readOnly?: boolean | undefined;
  readonly ariaLabel: string;
  /** Told of the mounted editor, and of `null` once it is gone. */
  readonly onReady?: ((handle: PromptEditorHandle | null) => void) | undefined;
  /** Where the caret stood when the text was last open; read once, when it is shown for the first time. */
  readonly initialView?: TextView | null | undefined;
  /** Told where the caret stands and what is in sight, whenever that has changed. */
  readonly onView?: ((view: TextView) => void) | undefined;
  /** The selected text, empty where nothing is selected; told once the selection rests. */
  readonly onSelect?: ((selected: string) => void) | undefined;
  /** Ctrl or Cmd and a click on a variable. */
  readonly onOpenVariable?: ((name: string) => void) | undefined;
  /** The right button, or the menu key. */
  readonly onMenu?: ((request: MenuRequest) => void) | undefined;
}
