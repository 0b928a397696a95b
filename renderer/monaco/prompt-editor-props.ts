import type { VariableDeclaration } from '#core/domain/variables.ts';
import type { ColorScheme, Typography } from './typography.ts';

/** What the screen may ask of an editor. */
export interface PromptEditorHandle {
  focus(): void;
  /** Puts text in place of the selection, as one step that can be undone. */
  insertText(text: string): void;
}

export interface PromptEditorProps {
  /** Names the text, for example connection and prompt: undo history and caret are kept under it. */
  readonly modelKey: string;
  readonly value: string;
  /** Told of each edit of the user at once, with the whole text; not of values that came from outside. */
  readonly onChange: (value: string) => void;
  /** The declared variables. */
  readonly variables: readonly VariableDeclaration[];
  readonly typography: Typography;
  readonly colorScheme: ColorScheme;
  readonly readOnly?: boolean | undefined;
  readonly ariaLabel: string;
  readonly onReady?: ((handle: PromptEditorHandle) => void) | undefined;
}
