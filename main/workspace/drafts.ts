import { join } from 'node:path';
import type { Version } from '#core/contract/shapes.ts';
import { type Draft, draft, type PromptPlace } from '#core/contract/workspace-shapes.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';
import { AppError } from '../app-error.ts';
import type { EarlierDrafts } from './earlier-drafts/earlier-drafts.ts';
import { createJsonFolders } from './json-folder.ts';

/** Unsaved text on its way to the disk. */
export type DraftToKeep = Omit<Draft, 'savedAt'>;

type Standing = Pick<Draft, 'baseVersion' | 'baseContentHash' | 'onTopOf'>;
/** The version that a waiting save became. */
type SentAs = Pick<Version, 'version' | 'contentHash'>;

export interface Drafts {
  list(connection: string): Promise<Draft[]>;
  /** @throws {AppError} `draft-not-written`; the draft from before is still there then */
  put(text: DraftToKeep): Promise<Draft>;
  /** Changes the draft of a prompt, or makes `text` the draft where there is none. */
  putUnder(text: DraftToKeep | null, place: PromptPlace, change: (there: Draft) => Draft): Promise<void>;
  discard(place: PromptPlace): Promise<void>;
  /** Discards the draft where it holds just this: what was written since is kept. */
  discardIfSaved(place: PromptPlace, saved: Pick<Draft, 'content' | 'variables'>): Promise<void>;
  /** What a text stands on that may go on from a save which has become a version meanwhile. */
  standOn<Text extends Standing>(text: Text): Text;
  /** A waiting save has become a version: a draft on top of it, now or later, stands on that version. */
  noteSent(place: PromptPlace, save: string, version: SentAs): Promise<void>;
}

export function createDrafts(
  dataFolder: string,
  earlier: EarlierDrafts,
  onSetAside: (sentence: string) => void,
): Drafts {
  const folderOf = createJsonFolders<Draft>(join(dataFolder, 'drafts'), draft, onSetAside);
  /** What the screen may still take for waiting, and the version that it became. */
  const sent = new Map<string, SentAs>();

  const standOn = <Text extends Standing>(text: Text): Text => {
    const base = text.onTopOf === null ? undefined : sent.get(text.onTopOf);
    return base
      ? { ...text, baseVersion: base.version, baseContentHash: base.contentHash, onTopOf: null }
      : text;
  };

  return {
    list: (connection) => folderOf(connection).list(),

    async put(text) {
      let written: Draft = { ...standOn(text), savedAt: new Date().toISOString() };
      try {
        let before: Draft | null = null;
        await folderOf(text.connection).change(text.prompt, (there) => {
          before = there;
          written = { ...written, view: written.view ?? there?.view ?? null };
          return written;
        });
        // The draft is on the disk: whoever types does not wait for what it was before.
        if (before) void earlier.noteStep(before, written);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new AppError('draft-not-written', `The draft could not be written to the disk: ${reason}`, {
          cause: error,
        });
      }
      return written;
    },

    putUnder: (text, { connection, prompt }, change) =>
      folderOf(connection).change(prompt, (there) => {
        if (there) return change(there);
        return text ? { ...text, savedAt: new Date().toISOString() } : undefined;
      }),

    async discard({ connection, prompt }) {
      let before: Draft | null = null;
      await folderOf(connection).change(prompt, (there) => {
        before = there;
        return null;
      });
      if (before) await earlier.noteStep(before, null);
    },

    discardIfSaved: ({ connection, prompt }, { content, variables }) =>
      folderOf(connection).remove(
        prompt,
        (current) => current.content === content && areSameVariables(current.variables, variables),
      ),

    standOn,

    async noteSent({ connection, prompt }, save, version) {
      sent.set(save, version);
      await folderOf(connection).change(prompt, (there) =>
        there?.onTopOf === save ? standOn(there) : undefined,
      );
    },
  };
}
