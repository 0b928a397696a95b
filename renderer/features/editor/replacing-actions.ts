import type { Version } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { DeclaredText } from '#core/domain/declared-text.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { isProposed } from '../../format/restored-note.ts';
import { placeKey } from '../connections/connections-store.ts';
import { savesOf, useOutbox } from '../outbox/outbox-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { useDrafts } from './drafts-store.ts';
import { type FoundBase, standingOf } from './find-base.ts';
import type { NewsActions } from './news-actions.ts';
import type { OpenDocuments } from './open-documents.ts';
import { hasChanges, type PromptDocument, savedText } from './prompt-document.ts';

/** How another text, or another version below it, takes the place of what is in the editor. */
export interface ReplacingActions {
  /** Takes in what was typed, and keeps it as a draft. */
  write(place: PromptPlace, text: Partial<DeclaredText>): void;
  /**
   * Puts another text in place of what is there, and offers to undo that.
   *
   * @param how what it stands on, where that is something else than before, and the note that the Save dialog
   *   proposes, where nobody has written one yet
   */
  replaceText(place: PromptPlace, text: DeclaredText, title: string, how?: Replacement): void;
  /** Goes back to the version that the text was written from, and offers to undo that. */
  discardDraft(place: PromptPlace): void;
  /** Puts the merge of the text and somebody's version into the editor, on top of that version. */
  finishMerge(place: PromptPlace, theirs: Version, merged: DeclaredText): void;
}

interface Replacement {
  readonly onto?: FoundBase | null;
  readonly note?: string;
}

export function createReplacingActions(
  documents: OpenDocuments,
  meetNewVersion: NewsActions['meetNewVersion'],
): ReplacingActions {
  const actions: ReplacingActions = {
    write(place, text) {
      documents.change(place, text);
      const document = documents.at(place);
      if (document && isProposed(document.note) && !hasChanges(document)) {
        documents.change(place, { note: '' });
      }
      documents.keep(place);
    },

    replaceText(place, { content, variables }, title, { onto = null, note = '' } = {}) {
      const before = documents.at(place);
      if (!before) return;
      keepEarlier(before);
      if (before.note === '' || isProposed(before.note)) documents.change(place, { note });
      if (onto) {
        const conflict = onto.lostBase ? { theirs: onto.base } : null;
        documents.change(place, { ...onto, conflict, newer: null });
      }
      actions.write(place, { content, variables });
      const undo = () => {
        const { base, lostBase, conflict, newer } = before;
        if (onto) documents.change(place, { base, lostBase, conflict, newer });
        if (documents.at(place)?.note === note) documents.change(place, { note: before.note });
        actions.write(place, { content: before.content, variables: before.variables });
        if (onto) void meetNewVersion(place);
      };
      useNotices
        .getState()
        .show({ tone: 'neutral', about: placeKey(place), title, action: { label: 'Undo', run: undo } });
    },

    discardDraft(place) {
      const document = documents.at(place);
      if (!document || !hasChanges(document)) return;
      if (!document.waiting) documents.change(place, { conflict: null, lostBase: null });
      actions.replaceText(place, savedText(document), 'Draft discarded');
      void meetNewVersion(place);
    },

    finishMerge(place, theirs, { content, variables }) {
      const before = documents.at(place);
      if (!before) return;
      keepEarlier(before);
      const putBack = ({ base, lostBase, conflict, newer, note, ...text }: PromptDocument) => {
        const standing = { base, lostBase, waiting: null, conflict, newer };
        documents.change(place, { ...standing, note, content: text.content, variables: text.variables });
        documents.keep(place);
      };
      const queue = savesOf(useOutbox.getState(), place);
      const note = joinNotes([...queue.map((save) => save.note), before.note]);
      const standing = { base: theirs, lostBase: null, conflict: null, newer: null };
      putBack({ ...before, ...standing, note, content, variables });
      // What waited is in the merged text now, which is on the disk before anything leaves the outbox.
      void useDrafts
        .getState()
        .flush()
        .then(() => useOutbox.getState().endMerged(place))
        .catch((thrown: unknown) => useNotices.getState().showError(toBridgeError(thrown)));
      useNotices.getState().show({
        tone: 'success',
        title: `The merged text is in the editor, based on v${theirs.version}`,
        message: 'Read it once more, then save it.',
        action: { label: 'Undo', run: () => putBack(before) },
      });
      void meetNewVersion(place);
    },
  };
  return actions;
}

/** What makes way for another text can be brought back, where it is not a version already. */
function keepEarlier(document: PromptDocument): void {
  if (!hasChanges(document)) return;
  const { place, content, variables } = document;
  useDrafts.getState().keepEarlier(place, { content, variables, ...standingOf(document) });
}

/** The notes of several saves that become one. */
function joinNotes(notes: readonly string[]): string {
  return [...new Set(notes.map((note) => note.trim()).filter(Boolean))].join('\n').slice(0, 2_000);
}
