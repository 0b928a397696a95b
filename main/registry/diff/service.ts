import type { VersionDiff } from '#core/contract/diff-shapes.ts';
import { Problem } from '#core/contract/problem.ts';
import type { Version } from '#core/contract/shapes.ts';
import type { DiffHunk } from '#core/domain/diff/hunks.ts';
import type { VersionReference } from '#core/domain/version-reference.ts';
import type { Database } from '../db/database.ts';
import { type PromptRow, requirePrompt } from '../prompts/repository.ts';
import { requireVersion } from '../versions/repository.ts';
import { createComparer } from './create-comparer.ts';

/** Compares versions of a prompt. */
export function createDiffService({ read }: Pick<Database, 'read'>) {
  const compareContents = createComparer();
  return {
    /** @throws Problem `prompt-not-found`, `version-not-found`, `channel-empty` */
    compare: async (name: string, from: VersionReference, to: VersionReference): Promise<VersionDiff> => {
      const prompt = await requirePrompt(read, name);
      const [before, after] = [await find(prompt, from), await find(prompt, to)];
      const { hunks, summary } = await compareContents({ from: before, to: after });
      return {
        prompt: name,
        from: { version: before.version, contentHash: before.contentHash },
        to: { version: after.version, contentHash: after.contentHash },
        summary,
        hunks: hunks.map(toShape),
      };
    },
  };

  async function find(prompt: PromptRow, reference: VersionReference): Promise<Version> {
    const number = typeof reference === 'number' ? reference : prompt[reference];
    if (number !== null) return requireVersion(read, prompt, number);
    throw new Problem('channel-empty', `No version of “${prompt.name}” has been promoted to “stable” yet.`);
  }
}

export type DiffService = ReturnType<typeof createDiffService>;

function toShape({ parts, move, ...rest }: DiffHunk): VersionDiff['hunks'][number] {
  const hunk = { ...rest, parts: [...parts] };
  return move ? { ...hunk, move: { ...move, edits: move.edits && [...move.edits] } } : hunk;
}
