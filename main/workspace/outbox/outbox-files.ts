import { join } from 'node:path';
import { z } from 'zod';
import { type WaitingSave, waitingSave } from '#core/contract/outbox-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { createJsonFolders } from '../json-folder.ts';

/** The outbox on the disk: one file for each prompt with its waiting saves in their order. */
export interface OutboxFiles {
  list(connection: string): Promise<WaitingSave[]>;
  queueOf(place: PromptPlace): Promise<readonly WaitingSave[]>;
  /** Answers once the changed queue is on the disk. What `next` throws changes nothing. */
  change(place: PromptPlace, next: (queue: readonly WaitingSave[]) => readonly WaitingSave[]): Promise<void>;
}

export function createOutboxFiles(dataFolder: string, onSetAside: (sentence: string) => void): OutboxFiles {
  const folderOf = createJsonFolders<readonly WaitingSave[]>(
    join(dataFolder, 'outbox'),
    z.array(waitingSave),
    onSetAside,
  );
  return {
    list: async (connection) => (await folderOf(connection).list()).flat(),
    queueOf: async ({ connection, prompt }) => (await folderOf(connection).get(prompt)) ?? [],
    change: ({ connection, prompt }, next) =>
      folderOf(connection).change(prompt, (queue) => {
        const changed = next(queue ?? []);
        return changed.length > 0 ? changed : null;
      }),
  };
}
