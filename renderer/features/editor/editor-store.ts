import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { findRefusal } from '../connections/permissions-store.ts';
import { createDeclarationActions, type DeclarationActions } from './declaration-actions.ts';
import { useDrafts } from './drafts-store.ts';
import { createNewsActions, type NewsActions } from './news-actions.ts';
import { createOpenDocuments, type Documents } from './open-documents.ts';
import { findSaveObstacle, hasChanges } from './prompt-document.ts';
import { readDocument } from './read-document.ts';
import { createReplacingActions, type ReplacingActions } from './replacing-actions.ts';
import { createSavingActions, type SavingActions } from './saving-actions.ts';
import { tellDocument } from './tell-document.ts';

export type { DraftStatus } from './prompt-document.ts';

interface EditorState extends DeclarationActions, NewsActions, ReplacingActions, SavingActions {
  readonly documents: Documents;
  /** Why a prompt could not be opened, by place. */
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  /** Opens a prompt: its draft where there is one, else the latest version. */
  open(place: PromptPlace): Promise<void>;
  dismissRestored(place: PromptPlace): void;
}

export const useEditor = create<EditorState>()((set, get) => {
  const documents = createOpenDocuments(
    () => get().documents,
    (next) => set({ documents: next }),
  );
  const setError = (key: string, error: BridgeError | null) =>
    set({ errors: { ...get().errors, [key]: error } });
  const news = createNewsActions(documents);
  const replacing = createReplacingActions(documents, news.meetNewVersion);

  return {
    documents: {},
    errors: {},
    ...news,
    ...replacing,
    ...createSavingActions(documents, news.meetOutbox),
    ...createDeclarationActions(documents.at, replacing.write),

    async open(place) {
      const key = placeKey(place);
      if (documents.at(place)) return get().meetNewVersion(place);
      setError(key, null);
      try {
        const document = await readDocument(place);
        if (documents.at(place)) return;
        documents.add(document);
        if (document.draftStatus === 'kept' && !hasChanges(document)) documents.keep(place);
      } catch (thrown) {
        setError(key, toBridgeError(thrown));
      }
    },

    dismissRestored: (place) => documents.change(place, { restoredFrom: null }),
  };
});

/** Says why the prompt on a place cannot be saved now, or `null`. */
export function saveObstacle(place: PromptPlace | null): string | null {
  const document = place ? useEditor.getState().documents[placeKey(place)] : undefined;
  return findRefusal('editor') ?? findSaveObstacle(document);
}

/** True where a prompt was changed and not saved yet. */
export function isChanged(state: Pick<EditorState, 'documents'>, key: string): boolean {
  const document = state.documents[key];
  return document !== undefined && hasChanges(document);
}

useDrafts.getState().onNews((place, news) => {
  const key = placeKey(place);
  const document = useEditor.getState().documents[key];
  if (!document) return;
  const next = tellDocument(document, news);
  useEditor.setState({ documents: { ...useEditor.getState().documents, [key]: { ...document, ...next } } });
});
