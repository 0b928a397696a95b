import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { DraftInput, TestInput } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { InputConflict } from './merge-inputs.ts';

/** The table of a prompt's test inputs. */
export interface InputTable {
  readonly place: PromptPlace;
  /** What the registry had when the table was filled, or when it was last heard of. */
  readonly base: readonly TestInput[];
  readonly inputs: readonly DraftInput[];
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  readonly isSaving: boolean;
  /** Why it could not be saved the last time. */
  readonly error: BridgeError | null;
  /** What somebody else changed in the same fields; the table has the own words. */
  readonly conflicts: readonly InputConflict[];
  /** True once saving was tried: empty fields are pointed at from then on. */
  readonly isChecked: boolean;
}

/** A state of the table to come back to, and what was done since. */
export interface Step {
  readonly inputs: readonly DraftInput[];
  /** Changes of the same field in a row are one step. */
  readonly what: string;
}

export const emptyTable: Omit<InputTable, 'place' | 'base' | 'inputs'> = {
  past: [],
  future: [],
  isSaving: false,
  error: null,
  conflicts: [],
  isChecked: false,
};
