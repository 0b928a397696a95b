import type { BridgeError } from '#core/contract/bridge.ts';
import type { Version, VersionSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { findContentFault } from '#core/domain/content.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';

/** How far the unsaved text has got: nothing to keep, on its way, on the disk, or not written. */
export type DraftStatus = 'none' | 'pending' | 'kept' | 'failed';

/** A prompt that is open in the editor. */
export interface PromptDocument {
  readonly place: PromptPlace;
  /** The version that the text is written from. */
  readonly base: Version;
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

/** A save that was refused because somebody saved in between. */
export interface SaveConflict {
  readonly theirs: Version;
}

/** A document that shows a version as it is. */
export function openDocument(place: PromptPlace, base: Version): PromptDocument {
  return {
    place,
    base,
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

/** True where the text or the variables differ from the version that they were written from. */
export function hasChanges(document: Pick<PromptDocument, 'base' | 'content' | 'variables'>): boolean {
  return (
    document.content !== document.base.content ||
    !areSameVariables(document.variables, document.base.variables)
  );
}

/** Compares what is declared, whatever the order of the fields. */
export function areSameVariables(
  left: readonly VariableDeclaration[],
  right: readonly VariableDeclaration[],
): boolean {
  if (left === right) return true;
  return left.length === right.length && left.every((variable, index) => isSame(variable, right[index]));
}

function isSame(left: VariableDeclaration, right: VariableDeclaration | undefined): boolean {
  return (
    right !== undefined &&
    left.name === right.name &&
    left.type === right.type &&
    (left.multiline ?? false) === (right.multiline ?? false) &&
    left.required === right.required &&
    left.default === right.default &&
    left.description === right.description &&
    left.example === right.example &&
    left.choices?.join('\0') === right.choices?.join('\0')
  );
}

/** Says why the text cannot be saved now, or `null`. */
export function findSaveObstacle(document: PromptDocument | undefined, mayEdit: boolean): string | null {
  if (!document) return 'Open a prompt first.';
  if (!mayEdit) return 'Your role does not allow saving here.';
  if (document.isSaving) return 'This is being saved.';
  if (document.content.trim() === '') return 'There is no text to save.';
  const fault = findContentFault(document.content);
  if (fault) return fault;
  if (!hasChanges(document)) return `Nothing has changed since v${document.base.version}.`;
  if (document.conflict) return 'Somebody saved in between: merge both texts first.';
  return null;
}

/** True where a refused save had in fact arrived: the answer was lost, and the text is there. */
export function isOwnSave(theirs: Version, sent: PromptDocument, memberId: string | undefined): boolean {
  return (
    theirs.author.id === memberId &&
    theirs.parent === sent.base.version &&
    theirs.content === sent.content &&
    areSameVariables(theirs.variables, sent.variables)
  );
}
