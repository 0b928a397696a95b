import type { WaitingSave } from '#core/contract/outbox-shapes.ts';
import type { Version, VersionSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { savesOf, useOutbox } from '../outbox/outbox-store.ts';
import { findBase, meetBase, standingOf } from './find-base.ts';
import type { OpenDocuments } from './open-documents.ts';
import { hasChanges, isSameText, type PromptDocument } from './prompt-document.ts';

/** How an open prompt takes in what happens elsewhere. What was typed stays as it is. */
export interface NewsActions {
  /** Takes in what waits to be sent of this prompt. */
  meetOutbox(place: PromptPlace): void;
  /** A save that had waited has become a version: the text stands on that. */
  noteSent(place: PromptPlace, version: Version): void;
  /** Shows a version that somebody saved: as the text where nothing was typed, else as news. */
  meetNewVersion(place: PromptPlace): Promise<void>;
  /** The registry was set back or replaced: shows its text, or merges with it where something was typed. */
  meetOtherHistory(place: PromptPlace): Promise<void>;
}

export function createNewsActions(documents: OpenDocuments): NewsActions {
  const actions: NewsActions = {
    meetOutbox(place) {
      const document = documents.at(place);
      if (!document) return;
      const queue = savesOf(useOutbox.getState(), place);
      const theirs = queue[0]?.obstacle?.theirs;
      // Where the answer to a save was lost, the queue tells that it waits.
      const last = queue.at(-1) ?? null;
      const isOnTop = document.waiting !== null || isSavedBy(document, last);
      const waiting = isOnTop ? last : null;
      documents.change(place, {
        waiting,
        ...(theirs && waiting ? { conflict: { theirs }, newer: null } : {}),
      });
      if (waiting?.id === document.waiting?.id) return;
      documents.keep(place);
      if (!waiting) void actions.meetNewVersion(place);
    },

    noteSent(place, version) {
      useVersions.getState().add(place, version);
      const document = documents.at(place);
      if (!document?.waiting) return;
      // The registry's own news of the version may have come first.
      const { newer } = document;
      const isNewer = newer !== null && newer.version > version.version;
      documents.change(place, {
        base: version,
        lostBase: null,
        conflict: null,
        newer: isNewer ? newer : null,
      });
    },

    async meetNewVersion(place) {
      const latest = newestAfter(documents.at(place));
      if (!latest) return;
      const before = documents.at(place);
      if (before && hasChanges(before) && !before.isSaving && !before.conflict) {
        documents.change(place, { newer: latest });
      }
      try {
        const version = await useVersions.getState().read(place, latest.version);
        const document = documents.at(place);
        if (!document || document.base.version >= version.version || document.isSaving) return;
        // What waits to be sent meets it when it is sent.
        if (document.waiting) return;
        const isShown = !hasChanges(document);
        if (!isShown && !isSameText(document, version)) {
          if (!document.conflict) documents.change(place, { newer: latest });
          return;
        }
        documents.change(place, {
          base: version,
          lostBase: null,
          newer: null,
          conflict: null,
          ...(isShown ? { content: version.content, variables: version.variables } : {}),
        });
        documents.keep(place);
      } catch (thrown) {
        toBridgeError(thrown);
      }
    },

    async meetOtherHistory(place) {
      await useVersions.getState().load(place);
      const latest = useVersions.getState().lists[placeKey(place)]?.[0];
      const before = documents.at(place);
      if (!latest || !before) return;
      try {
        const { baseVersion, baseContentHash } = standingOf(before);
        const found = await findBase(place, baseVersion, baseContentHash, latest);
        const document = documents.at(place);
        if (!document || (!found.lostBase && found.base.version === document.base.version)) return;
        documents.change(place, meetBase(document, found, latest));
        documents.keep(place);
      } catch (thrown) {
        toBridgeError(thrown);
      }
    },
  };
  return actions;
}

/** True where a save that nobody is waiting for any more was made from an open text. */
function isSavedBy(document: PromptDocument, save: WaitingSave | null): boolean {
  return save !== null && !document.isSaving && document.base.version === save.baseVersion;
}

/** The newest version known of a document's prompt, where it is newer than what the text was written from. */
function newestAfter(document: PromptDocument | undefined): VersionSummary | null {
  if (!document) return null;
  const latest = useVersions.getState().lists[placeKey(document.place)]?.[0];
  return latest && latest.version > document.base.version ? latest : null;
}
