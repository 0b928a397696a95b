import { z } from 'zod';
import { Problem } from '#core/contract/problem.ts';
import type { Person, Version, VersionSummary } from '#core/contract/shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import { requirePrompt, updatePrompt } from '../prompts/repository.ts';
import { indexLatest } from '../prompts/search-index.ts';
import { createVersion } from './create-version.ts';
import { findText, listVersions, requireVersion } from './repository.ts';

export interface SavedText {
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
  readonly note: string;
  /** The version that the text was written from. */
  readonly baseVersion: number;
  /** What that version's content hash has to be; `null` where anything will do. */
  readonly baseContentHash: string | null;
}

const position = z.number().int();

/** Saves and reads versions. None is ever changed or deleted. */
export function createVersionsService({ read, write }: Database, appendEvent: AppendEvent, clock: Clock) {
  return {
    /** @throws Problem `prompt-not-found` */
    list: async (name: string, limit: number, cursor?: string): Promise<Page<VersionSummary>> => {
      const prompt = await requirePrompt(read, name);
      const below = decodeCursor(cursor, position);
      const versions = await listVersions(read, prompt, below, limit + 1);
      return toPage(
        versions,
        limit,
        (version) => version,
        (last) => last.version,
      );
    },

    /** @throws Problem `prompt-not-found`, `version-not-found` */
    get: async (name: string, number: number): Promise<Version> =>
      requireVersion(read, await requirePrompt(read, name), number),

    /**
     * Saves the next version, unless somebody saved one after `baseVersion` or that one has another content: then
     * nothing is saved and the problem carries the whole latest version.
     *
     * @throws Problem `prompt-not-found`, `version-not-found`, `version-conflict`
     */
    save: async (actor: Person, name: string, text: SavedText): Promise<Version> => {
      // A version never changes: it can be read before the transaction, for which others wait.
      const before = await findText(read, name, text.baseVersion);
      return write(async (transaction) => {
        const { queries } = transaction;
        const prompt = await requirePrompt(queries, name);
        const { baseVersion: parent, baseContentHash, content, variables, note } = text;
        const isOther = baseContentHash !== null && baseContentHash !== before?.contentHash;
        if (parent !== prompt.latest || isOther) {
          throw refuse(parent, await requireVersion(queries, prompt, prompt.latest));
        }
        const number = prompt.latest + 1;
        const createdAt = readTime(clock);
        const contentBefore = before?.content ?? '';
        const saved = { version: number, parent, content, contentBefore, variables, note };
        const version = await createVersion(queries, prompt, { ...saved, author: actor, createdAt });
        await updatePrompt(queries, prompt.id, { latest: number, updatedAt: createdAt });
        indexLatest(transaction, prompt, content);
        const data = { note, contentHash: version.contentHash, parent };
        await appendEvent(transaction, {
          type: 'version.created',
          actor,
          prompt: name,
          version: number,
          data,
        });
        return version;
      });
    },
  };
}

export type VersionsService = ReturnType<typeof createVersionsService>;

function refuse(base: number, latest: Version): Problem {
  if (base > latest.version) {
    return new Problem('version-not-found', `“${latest.prompt}” has no version ${base}.`);
  }
  const reason =
    base === latest.version
      ? `Version ${base} has another text than the one that you began from.`
      : `${latest.author.name} has saved version ${latest.version} since you began from version ${base}.`;
  return new Problem('version-conflict', `${reason} Nothing was saved.`, { latest });
}
