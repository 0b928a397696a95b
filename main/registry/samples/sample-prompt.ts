import type { TestInput } from '#core/contract/test-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';

/** A prompt that a new sandbox is filled with: its details and its versions, oldest first. */
export interface SamplePrompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** The declarations of every version that has none of its own. */
  readonly variables: readonly VariableDeclaration[];
  readonly versions: readonly SampleVersion[];
  /** The number of the version that applications receive; `null` where nothing is promoted yet. */
  readonly stable: number | null;
  /** What it is tried with, and what is checked; the newest version passes all of it. */
  readonly testInputs: readonly TestInput[];
}

interface SampleVersion {
  readonly note: string;
  readonly content: string;
  readonly variables?: readonly VariableDeclaration[];
}
