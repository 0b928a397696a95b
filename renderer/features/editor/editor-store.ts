import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { WaitingSave } from '#core/contract/outbox-shapes.ts';
import type { Version, VersionSummary } from '#core/contract/shapes.ts';
import type { Draft, PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { DeclaredText } from '#core/domain/rename-variable.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';
import { bridge } from '../../bridge/bridge.ts';
import { BridgeFailure, toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { findRefusal } from '../connections/permissions-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { savesOf, useOutbox } from '../outbox/outbox-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { copyDeclarations } from './copy-declarations.ts';
import { createDeclarationActions, type DeclarationActions } from './declaration-actions.ts';
import { type DraftNews, useDrafts } from './drafts-store.ts';
import {
  findSaveObstacle,
  hasChanges,
  isSameText,
  openDocument,
  type PromptDocument,
  savedText,
} from './prompt-document.ts';

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly version: Version }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'conflict'; readonly theirs: VersionSummary }
  | { readonly kind: 'failed'; readonly error: BridgeError };

interface EditorState extends DeclarationActions {
  /** The prompts that were opened, by place. */
  readonly documents: Readonly<Record<string, PromptDocument>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  /** Opens a prompt: its draft where there is one, else the latest version. */
  open(place: PromptPlace): Promise<void>;
  /** Takes in what was typed, and keeps it as a draft. */
  write(place: PromptPlace, text: Partial<DeclaredText>): void;
  setNote(place: PromptPlace, note: string): void;
  /** Saves the text as a new version. Whatever the outcome, nothing that was typed is lost. */
  save(place: PromptPlace): Promise<SaveOutcome>;
  /** Puts the merge of the text and somebody's version into the editor, on top of that version. */
  finishMerge(place: PromptPlace, theirs: Version, merged: DeclaredText): void;
  /** Lets the text stand on another version than the one that it was written from. */
  rebase(place: PromptPlace, onto: Version): void;
  /** Goes back to the version that the text was written from, and offers to undo that. */
  discardDraft(place: PromptPlace): void;
  /** Puts another text in place of what is there, and offers to undo that. */
  replaceText(place: PromptPlace, text: DeclaredText, title: string): void;
  dismissRestored(place: PromptPlace): void;
  /** Takes in what waits to be sent of this prompt. */
  meetOutbox(place: PromptPlace): void;
  /** A save that had waited has become a version: the text stands on that. */
  noteSent(place: PromptPlace, version: Version): void;
  /** Shows a version that somebody saved: as the text where nothing was typed, else as news. */
  meetNewVersion(place: PromptPlace): Promise<void>;
  /** The registry was set back or replaced: shows its text, or merges with it where something was typed. */
  meetOtherHistory(place: PromptPlace): Promise<void>;
}

export const useEditor = create<EditorState>()((set, get) => {
  const change = (place: PromptPlace, next: Partial<PromptDocument>) => {
    const key = placeKey(place);
    const document = get().documents[key];
    if (document) set({ documents: { ...get().documents, [key]: { ...document, ...next } } });
  };
  const documentAt = (place: PromptPlace) => get().documents[placeKey(place)];
  const add = (document: PromptDocument) =>
    set({ documents: { ...get().documents, [placeKey(document.place)]: document } });

  /** Keeps the draft where the text differs from its base, and removes it where it does not. */
  const keep = (place: PromptPlace) => {
    const document = documentAt(place);
    if (!document) return;
    if (hasChanges(document)) {
      change(place, { draftStatus: document.draftStatus === 'failed' ? 'failed' : 'pending' });
      const { content, variables, base, waiting } = document;
      const standing = { baseVersion: base.version, onTopOf: waiting?.id ?? null };
      useDrafts.getState().put(place, { content, variables, ...standing });
    } else if (document.draftStatus !== 'none' || useDrafts.getState().drafts[placeKey(place)]) {
      change(place, { draftStatus: 'none', draftError: null, restoredFrom: null });
      useDrafts.getState().discard(place);
    }
  };

  const finishSave = (place: PromptPlace, version: Version) => {
    useVersions.getState().add(place, version);
    change(place, {
      base: version,
      waiting: null,
      isSaving: false,
      conflict: null,
      newer: null,
      restoredFrom: null,
      note: '',
    });
    keep(place);
  };

  return {
    documents: {},
    errors: {},
    ...createDeclarationActions(documentAt, (place, text) => get().write(place, text)),

    async open(place) {
      const key = placeKey(place);
      if (get().documents[key]) return get().meetNewVersion(place);
      set({ errors: { ...get().errors, [key]: null } });
      try {
        await Promise.all([
          useDrafts.getState().load(place.connection),
          useOutbox.getState().load(place.connection),
          useVersions.getState().load(place),
        ]);
        const failure = useVersions.getState().errors[key];
        const latest = useVersions.getState().lists[key]?.[0];
        const draft = useDrafts.getState().drafts[key];
        const queue = savesOf(useOutbox.getState(), place);
        const wanted = draft?.baseVersion ?? queue[0]?.baseVersion ?? latest?.version;
        if (wanted === undefined) return set({ errors: { ...get().errors, [key]: failure ?? noSuchPrompt } });
        const base = await readBase(place, wanted, latest);
        if (get().documents[key]) return;
        const document = { ...openDocument(place, base), ...standOnQueue(queue, draft) };
        const { content, variables } = draft ?? savedText(document);
        add({
          ...document,
          content,
          variables,
          draftStatus: draft ? 'kept' : 'none',
          draftSavedAt: draft?.savedAt ?? null,
          restoredFrom: draft?.savedAt ?? null,
          newer: (draft ?? document.waiting) && latest && latest.version > base.version ? latest : null,
        });
        if (!draft) return;
        if (!hasChanges(documentAt(place) ?? document)) keep(place);
      } catch (thrown) {
        set({ errors: { ...get().errors, [key]: toBridgeError(thrown) } });
      }
    },

    write(place, text) {
      change(place, text);
      keep(place);
    },

    setNote: (place, note) => change(place, { note }),

    async save(place) {
      const sent = documentAt(place);
      if (!sent) throw new Error('There is no open document to save.');
      change(place, { isSaving: true });
      try {
        const result = await unwrap(
          bridge.versions.save({
            ...place,
            content: sent.content,
            variables: copyDeclarations(sent.variables),
            note: sent.note,
            baseVersion: sent.base.version,
            onTopOf: sent.waiting?.id ?? null,
          }),
        );
        switch (result.kind) {
          case 'saved':
            finishSave(place, result.version);
            return result;
          case 'waiting':
            change(place, { waiting: result.save, isSaving: false, restoredFrom: null, note: '' });
            get().meetOutbox(place);
            keep(place);
            return { kind: 'waiting' };
          case 'conflict':
            change(place, { isSaving: false, newer: null, conflict: { theirs: result.theirs } });
            return result;
        }
      } catch (thrown) {
        change(place, { isSaving: false });
        return { kind: 'failed', error: toBridgeError(thrown) };
      }
    },

    finishMerge(place, theirs, { content, variables }) {
      const before = documentAt(place);
      if (!before) return;
      keepEarlier(before);
      const putBack = ({ base, conflict, newer, note, ...text }: PromptDocument) => {
        const { content, variables } = text;
        change(place, { base, waiting: null, conflict, newer, note, content, variables });
        keep(place);
      };
      const queue = savesOf(useOutbox.getState(), place);
      const note = joinNotes([...queue.map((save) => save.note), before.note]);
      putBack({ ...before, base: theirs, conflict: null, newer: null, note, content, variables });
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
      void get().meetNewVersion(place);
    },

    rebase(place, onto) {
      change(place, { base: onto, conflict: null, newer: null });
      keep(place);
    },

    discardDraft(place) {
      const document = documentAt(place);
      if (!document || !hasChanges(document)) return;
      if (!document.waiting) change(place, { conflict: null });
      get().replaceText(place, savedText(document), 'Draft discarded');
      void get().meetNewVersion(place);
    },

    replaceText(place, { content, variables }, title) {
      const before = documentAt(place);
      if (!before) return;
      keepEarlier(before);
      get().write(place, { content, variables });
      const undo = () => get().write(place, { content: before.content, variables: before.variables });
      useNotices.getState().show({ tone: 'neutral', title, action: { label: 'Undo', run: undo } });
    },

    dismissRestored: (place) => change(place, { restoredFrom: null }),

    meetOutbox(place) {
      const document = documentAt(place);
      if (!document) return;
      const queue = savesOf(useOutbox.getState(), place);
      const theirs = queue[0]?.obstacle?.theirs;
      const waiting = document.waiting ? (queue.at(-1) ?? null) : null;
      change(place, { waiting, ...(theirs && waiting ? { conflict: { theirs }, newer: null } : {}) });
      if (waiting?.id === document.waiting?.id) return;
      keep(place);
      if (!waiting) void get().meetNewVersion(place);
    },

    noteSent(place, version) {
      useVersions.getState().add(place, version);
      const document = documentAt(place);
      if (!document?.waiting) return;
      // The registry's own news of the version may have come first.
      const { newer } = document;
      const isNewer = newer !== null && newer.version > version.version;
      change(place, { base: version, conflict: null, newer: isNewer ? newer : null });
    },

    async meetNewVersion(place) {
      const latest = newestAfter(documentAt(place));
      if (!latest) return;
      const before = documentAt(place);
      if (before && hasChanges(before) && !before.isSaving && !before.conflict) {
        change(place, { newer: latest });
      }
      try {
        const version = await useVersions.getState().read(place, latest.version);
        const document = documentAt(place);
        if (!document || document.base.version >= version.version || document.isSaving) return;
        // What waits to be sent meets it when it is sent.
        if (document.waiting) return;
        const isShown = !hasChanges(document);
        if (!isShown && !isSameText(document, version)) {
          if (!document.conflict) change(place, { newer: latest });
          return;
        }
        change(place, {
          base: version,
          newer: null,
          conflict: null,
          ...(isShown ? { content: version.content, variables: version.variables } : {}),
        });
        keep(place);
      } catch (thrown) {
        toBridgeError(thrown);
      }
    },

    async meetOtherHistory(place) {
      await useVersions.getState().load(place);
      const latest = useVersions.getState().lists[placeKey(place)]?.[0];
      const before = documentAt(place);
      if (!latest || !before) return;
      try {
        const base = await readBase(place, before.base.version, latest);
        if (base.contentHash === before.base.contentHash && base.version === before.base.version) return;
        const theirs = await useVersions.getState().read(place, latest.version);
        const document = documentAt(place);
        if (!document) return;
        // What was typed still stands on the text from before, which is what a merge has to know.
        if (hasChanges(document)) change(place, { newer: null, conflict: { theirs } });
        else
          change(place, { base: theirs, content: theirs.content, variables: theirs.variables, newer: null });
      } catch (thrown) {
        toBridgeError(thrown);
      }
    },
  };
});

/** What makes way for another text can be brought back, where it is not a version already. */
function keepEarlier(document: PromptDocument): void {
  if (!hasChanges(document)) return;
  const { place, content, variables, base } = document;
  useDrafts.getState().keepEarlier(place, { content, variables, baseVersion: base.version });
}

/** Where there is no draft, or it was written after the last waiting save, the text stands on that save. */
function standOnQueue(
  queue: readonly WaitingSave[],
  draft: Draft | undefined,
): Pick<PromptDocument, 'waiting' | 'conflict'> {
  const last = queue.at(-1);
  const theirs = queue[0]?.obstacle?.theirs;
  return {
    waiting: last && (!draft || goesOnFrom(draft, last)) ? last : null,
    conflict: theirs ? { theirs } : null,
  };
}

function goesOnFrom(draft: Draft, save: WaitingSave): boolean {
  if (draft.onTopOf === save.id || isSameText(draft, save)) return true;
  // What was typed while the save was on its way to the disk does not name it yet.
  return draft.baseVersion === save.baseVersion && draft.savedAt >= save.savedAt;
}

/** The notes of several saves that become one. */
function joinNotes(notes: readonly string[]): string {
  return [...new Set(notes.map((note) => note.trim()).filter(Boolean))].join('\n').slice(0, 2_000);
}

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

const noSuchPrompt: BridgeError = { code: 'prompt-not-found', detail: 'No such prompt.', members: {} };

/**
 * The version that a text was written from. Where the registry has lost it, for example because it was restored
 * from an older backup, the text stands on the latest one instead: a draft can always be opened.
 */
async function readBase(
  place: PromptPlace,
  wanted: number,
  latest: VersionSummary | undefined,
): Promise<Version> {
  const { read } = useVersions.getState();
  try {
    return await read(place, wanted);
  } catch (thrown) {
    const isGone = thrown instanceof BridgeFailure && thrown.error.code === 'version-not-found';
    if (!isGone || !latest) throw thrown;
    return read(place, latest.version);
  }
}

/** The newest version known of a document's prompt, where it is newer than what the text was written from. */
function newestAfter(document: PromptDocument | undefined): VersionSummary | null {
  if (!document) return null;
  const latest = useVersions.getState().lists[placeKey(document.place)]?.[0];
  return latest && latest.version > document.base.version ? latest : null;
}

useDrafts.getState().onNews((place, news) => {
  const key = placeKey(place);
  const document = useEditor.getState().documents[key];
  if (!document) return;
  const next = tellDocument(document, news);
  useEditor.setState({ documents: { ...useEditor.getState().documents, [key]: { ...document, ...next } } });
});

/** What a draft's news changes in the document that it belongs to. */
function tellDocument(document: PromptDocument, news: DraftNews): Partial<PromptDocument> {
  switch (news.kind) {
    case 'kept': {
      const isAllKept =
        document.content === news.draft.content && areSameVariables(document.variables, news.draft.variables);
      const draftStatus = !hasChanges(document) ? 'none' : isAllKept ? 'kept' : 'pending';
      return { draftStatus, draftSavedAt: news.draft.savedAt, draftError: null };
    }
    case 'discarded':
      return { draftStatus: hasChanges(document) ? 'pending' : 'none', draftSavedAt: null, draftError: null };
    case 'failed':
      return { draftStatus: 'failed', draftError: news.error };
  }
}
