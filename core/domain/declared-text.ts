import type { VariableDeclaration } from './variables.ts';

/** A prompt's text with what is declared of its variables. */
export interface DeclaredText {
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
}
