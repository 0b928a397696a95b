import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { Version, VersionSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { useVersions } from '../history/versions-store.ts';
import { copyDeclarations } from './copy-declarations.ts';
import { standingOf } from './find-base.ts';
import type { NewsActions } from './news-actions.ts';
import type { OpenDocuments } from './open-documents.ts';

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly version: Version }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'conflict'; readonly theirs: VersionSummary }
  | { readonly kind: 'failed'; readonly error: BridgeError };

/** How the text of an open prompt becomes a version. */
export interface SavingActions {
  setNote(place: PromptPlace, note: string): void;
  /** Saves the text as a new version. Whatever the outcome, nothing that was typed is lost. */
  save(place: PromptPlace): Promise<SaveOutcome>;
}

export function createSavingActions(
  documents: OpenDocuments,
  meetOutbox: NewsActions['meetOutbox'],
): SavingActions {
  const finishSave = (place: PromptPlace, version: Version) => {
    useVersions.getState().add(place, version);
    documents.change(place, {
      base: version,
      lostBase: null,
      waiting: null,
      isSaving: false,
      conflict: null,
      newer: null,
      restoredFrom: null,
      note: '',
    });
    documents.keep(place);
  };

  return {
    setNote: (place, note) => documents.change(place, { note }),

    async save(place) {
      const sent = documents.at(place);
      if (!sent) throw new Error('There is no open document to save.');
      documents.change(place, { isSaving: true });
      try {
        const result = await unwrap(
          bridge.versions.save({
            ...place,
            content: sent.content,
            variables: copyDeclarations(sent.variables),
            note: sent.note,
            ...standingOf(sent),
            onTopOf: sent.waiting?.id ?? null,
          }),
        );
        switch (result.kind) {
          case 'saved':
            finishSave(place, result.version);
            return result;
          case 'waiting':
            documents.change(place, { waiting: result.save, isSaving: false, restoredFrom: null, note: '' });
            meetOutbox(place);
            documents.keep(place);
            return { kind: 'waiting' };
          case 'conflict':
            documents.change(place, { isSaving: false, newer: null, conflict: { theirs: result.theirs } });
            return result;
        }
      } catch (thrown) {
        documents.change(place, { isSaving: false });
        return { kind: 'failed', error: toBridgeError(thrown) };
      }
    },
  };
}
