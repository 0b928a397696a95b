import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Draft, draft, type PromptPlace } from '#core/contract/workspace-shapes.ts';
import { AppError } from '../app-error.ts';
import { createJsonFolders } from './json-folder.ts';

export interface Drafts {
  list(connection: string): Promise<Draft[]>;
  /** @throws {AppError} `draft-not-written`; the draft from before is still there then */
  put(text: Omit<Draft, 'savedAt'>): Promise<Draft>;
  discard(place: PromptPlace): Promise<void>;
  /** Discards the draft where it holds just this: what was written since is kept. */
  discardIfSaved(place: PromptPlace, saved: Pick<Draft, 'content' | 'variables'>): Promise<void>;
}

export function createDrafts(dataFolder: string, onSetAside: (sentence: string) => void): Drafts {
  const folderOf = createJsonFolders(join(dataFolder, 'drafts'), draft, onSetAside);

  return {
    list: (connection) => folderOf(connection).list(),

    async put(text) {
      const written: Draft = { ...text, savedAt: new Date().toISOString() };
      try {
        await folderOf(text.connection).put(text.prompt, written);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new AppError('draft-not-written', `The draft could not be written to the disk: ${reason}`, {
          cause: error,
        });
      }
      return written;
    },

    discard: ({ connection, prompt }) => folderOf(connection).remove(prompt),

    discardIfSaved: ({ connection, prompt }, { content, variables }) =>
      folderOf(connection).remove(
        prompt,
        (current) => current.content === content && isDeepStrictEqual(current.variables, variables),
      ),
  };
}
