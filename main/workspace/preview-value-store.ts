import { join } from 'node:path';
import { z } from 'zod';
import {
  type KeptValues,
  keptValues,
  type PromptPlace,
  previewValues,
} from '#core/contract/workspace-shapes.ts';
import { createJsonFolders } from './json-folder.ts';

/** What stands in the fields of the Variables panel and is not kept with the prompt, for each prompt. */
export interface PreviewValueStore {
  get(place: PromptPlace): Promise<KeptValues>;
  put(place: PromptPlace, kept: KeptValues): Promise<void>;
}

/** Before there were value sets, a file held the values alone. */
const file = z.union([
  keptValues,
  previewValues.transform((own): KeptValues => ({ chosen: null, own, changed: {} })),
]);

export function createPreviewValueStore(
  dataFolder: string,
  onSetAside: (sentence: string) => void,
): PreviewValueStore {
  const folderOf = createJsonFolders<KeptValues>(join(dataFolder, 'preview-values'), file, onSetAside);
  return {
    get: async ({ connection, prompt }) =>
      (await folderOf(connection).get(prompt)) ?? { chosen: null, own: {}, changed: {} },
    put: ({ connection, prompt }, kept) => folderOf(connection).put(prompt, kept),
  };
}
