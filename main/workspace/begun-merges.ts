import { join } from 'node:path';
import { type KeptMerge, keptMerge } from '#core/contract/merge-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { createJsonFolders } from './json-folder.ts';

/** Merges that were begun and are not finished, one for each prompt. */
export interface BegunMerges {
  get(place: PromptPlace): Promise<KeptMerge | null>;
  /** Answers once it is on the disk. */
  put(place: PromptPlace, merge: KeptMerge): Promise<void>;
  discard(place: PromptPlace): Promise<void>;
}

export function createBegunMerges(dataFolder: string, onSetAside: (sentence: string) => void): BegunMerges {
  const folderOf = createJsonFolders<KeptMerge>(join(dataFolder, 'merges'), keptMerge, onSetAside);
  return {
    get: ({ connection, prompt }) => folderOf(connection).get(prompt),
    put: ({ connection, prompt }, merge) => folderOf(connection).put(prompt, merge),
    discard: ({ connection, prompt }) => folderOf(connection).remove(prompt),
  };
}
