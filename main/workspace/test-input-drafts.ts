import { join } from 'node:path';
import { type TestInputDraft, testInputDraft } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { createJsonFolders } from './json-folder.ts';

/** Test inputs that were typed and are not in the registry yet, for each prompt. */
export interface TestInputDrafts {
  get(place: PromptPlace): Promise<TestInputDraft | null>;
  /** Answers once it is on the disk. */
  put(place: PromptPlace, draft: TestInputDraft): Promise<void>;
  discard(place: PromptPlace): Promise<void>;
}

export function createTestInputDrafts(
  dataFolder: string,
  onSetAside: (sentence: string) => void,
): TestInputDrafts {
  const root = join(dataFolder, 'test-input-drafts');
  const folderOf = createJsonFolders<TestInputDraft>(root, testInputDraft, onSetAside);
  return {
    get: ({ connection, prompt }) => folderOf(connection).get(prompt),
    put: ({ connection, prompt }, draft) => folderOf(connection).put(prompt, draft),
    discard: ({ connection, prompt }) => folderOf(connection).remove(prompt),
  };
}
