import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useDrafts } from './drafts-store.ts';
import { standingOf } from './find-base.ts';
import { hasChanges, type PromptDocument } from './prompt-document.ts';

/** The prompts that were opened, by place. */
export type Documents = Readonly<Record<string, PromptDocument>>;

/** What the actions of the editor read and change. */
export interface OpenDocuments {
  at(place: PromptPlace): PromptDocument | undefined;
  add(document: PromptDocument): void;
  /** Does nothing where the prompt is not open. */
  change(place: PromptPlace, next: Partial<PromptDocument>): void;
  /** Keeps the draft where the text differs from what was saved, and removes it where it does not. */
  keep(place: PromptPlace): void;
}

export function createOpenDocuments(read: () => Documents, write: (next: Documents) => void): OpenDocuments {
  const documents: OpenDocuments = {
    at: (place) => read()[placeKey(place)],
    add: (document) => write({ ...read(), [placeKey(document.place)]: document }),
    change(place, next) {
      const document = documents.at(place);
      if (document) documents.add({ ...document, ...next });
    },
    keep(place) {
      const document = documents.at(place);
      if (!document) return;
      if (hasChanges(document)) {
        documents.change(place, { draftStatus: document.draftStatus === 'failed' ? 'failed' : 'pending' });
        const { content, variables, waiting } = document;
        const standing = { ...standingOf(document), onTopOf: waiting?.id ?? null };
        useDrafts.getState().put(place, { content, variables, ...standing });
      } else if (document.draftStatus !== 'none' || useDrafts.getState().drafts[placeKey(place)]) {
        documents.change(place, { draftStatus: 'none', draftError: null, restoredFrom: null });
        useDrafts.getState().discard(place);
      }
    },
  };
  return documents;
}
