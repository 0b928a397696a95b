import { join } from 'node:path';
import { type PreviewValues, type PromptPlace, previewValues } from '#core/contract/workspace-shapes.ts';
import { createJsonFolders } from './json-folder.ts';

/** What stands in the fields of the Variables panel, kept for each prompt. */
export interface PreviewValueStore {
  get(place: PromptPlace): Promise<PreviewValues>;
  put(place: PromptPlace, values: PreviewValues): Promise<void>;
}

export function createPreviewValueStore(
  dataFolder: string,
  onSetAside: (sentence: string) => void,
): PreviewValueStore {
  const folderOf = createJsonFolders(join(dataFolder, 'preview-values'), previewValues, onSetAside);
  return {
    get: async ({ connection, prompt }) => (await folderOf(connection).get(prompt)) ?? {},
    put: ({ connection, prompt }, values) => folderOf(connection).put(prompt, values),
  };
}
