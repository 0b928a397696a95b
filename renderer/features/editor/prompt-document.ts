import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { WaitingSave } from '#core/contract/outbox-shapes.ts';
import type { Version, VersionSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { findContentFault } from '#core/domain/content.ts';
import type { DeclaredText } from '#core/domain/declared-text.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';

/** How far the unsaved text has got: nothing to keep, on its way, on the disk, or not written. */
export type DraftStatus = 'none' | 'pending' | 'kept' | 'failed';

/** A prompt that is open in the editor. */
export interface PromptDocument {
  readonly place: PromptPlace;
  /** The version that the text is written from. */
  readonly base: Version;
  /**
   * What the text was written from, where the registry does not have that any more: it was set back or replaced.
   * `base` is the registry's newest version then.
   */
  readonly lostBase: LostBase | null;
  /** The last save since, where it waits to be sent: the text goes on from it. */
  readonly waiting: WaitingSave | null;
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
  readonly draftStatus: DraftStatus;
  /** When the draft was last written to the disk. */
  readonly draftSavedAt: string | null;
  readonly draftError: BridgeError | null;
  /** When the draft was written that this prompt was opened with; `null` without one, or once dismissed. */
  readonly restoredFrom: string | null;
  readonly isSaving: boolean;
  /** The note in the Save dialog; it outlives the dialog. */
  readonly note: string;
  /** Somebody's version that was saved after `base`. */
  readonly newer: VersionSummary | null;
  readonly conflict: SaveConflict | null;
}

/** A version that no registry has any more: what is known of it. */
export interface LostBase {
  readonly version: number;
  readonly contentHash: string | null;
  readonly text: DeclaredText | null;
}

/** A save that was refused because somebody saved in between. */
export interface SaveConflict {
  readonly theirs: VersionSummary;
}

/** A document that shows a version as it is. */
export function openDocument(place: PromptPlace, base: Version): PromptDocument {
  return {
    place,
    base,
    lostBase: null,
    waiting: null,
    content: base.content,
    variables: base.variables,
    draftStatus: 'none',
    draftSavedAt: null,
    draftError: null,
    restoredFrom: null,
    isSaving: false,
    note: '',
    newer: null,
    conflict: null,
  };
}

/** What was saved last: the version that the text is written from, or a save that waits to be sent. */
export function savedText({ waiting, base }: Pick<PromptDocument, 'base' | 'waiting'>): DeclaredText {
  return waiting ?? base;
}

/** True where the text or the variables differ from what was saved last. */
export function hasChanges(
  document: Pick<PromptDocument, 'base' | 'waiting' | 'content' | 'variables'>,
): boolean {
  return !isSameText(document, savedText(document));
}

/** True where text and variables are the same. */
export function isSameText(left: DeclaredText, right: DeclaredText): boolean {
  return left.content === right.content && areSameVariables(left.variables, right.variables);
}

/** Says why the text cannot be saved now, or `null`; whether the user may save is another question. */
export function findSaveObstacle(document: PromptDocument | undefined): string | null {
  if (!document) return 'Open a prompt first.';
  if (document.isSaving) return 'This is being saved.';
  if (document.content.trim() === '') return 'There is no text to save.';
  const fault = findContentFault(document.content);
  if (fault) return fault;
  if (document.conflict) return 'Somebody saved in between: merge both texts first.';
  if (!hasChanges(document)) {
    return document.waiting
      ? 'This is saved, and waits to be sent.'
      : `Nothing has changed since v${document.base.version}.`;
  }
  return null;
}
