import { hash } from 'node:crypto';
import { formatHash } from '#core/contract/format-hash.ts';
import type { Person, Version } from '#core/contract/shapes.ts';
import { countWordChanges } from '#core/domain/count-word-changes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import type { Queries } from '../db/database.ts';
import { insertVersion, type PromptKey } from './repository.ts';

export interface NewVersion {
  readonly version: number;
  readonly parent: number | null;
  readonly content: string;
  /** The text of the version before; empty for the first. */
  readonly contentBefore: string;
  readonly variables: readonly VariableDeclaration[];
  readonly note: string;
  readonly author: Person;
  readonly createdAt: string;
}

/** Stores a version, byte for byte, with the hash of its content. */
export async function createVersion(
  queries: Queries,
  prompt: PromptKey,
  { contentBefore, ...wanted }: NewVersion,
): Promise<Version> {
  const version: Version = {
    ...wanted,
    prompt: prompt.name,
    author: { id: wanted.author.id, name: wanted.author.name },
    variables: wanted.variables.map((variable) => ({ ...variable, choices: copy(variable.choices) })),
    contentHash: formatHash(hash('sha256', wanted.content, 'hex')),
    change: countWordChanges(contentBefore, wanted.content),
  };
  await insertVersion(queries, prompt.id, version);
  return version;
}

function copy(choices: readonly string[] | undefined): string[] | undefined {
  return choices && [...choices];
}
