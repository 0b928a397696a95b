import { findContentFault } from '#core/domain/content.ts';
import { suggestPromptName } from '#core/domain/prompt-name.ts';
import type { WrittenLine } from '../../transfer/read-registry.ts';
import type { LangfuseClient, LangfuseVersion } from './langfuse-client.ts';

const longestNote = 2_000;

interface Taken extends LangfuseVersion {
  readonly prompt: string;
}

/**
 * Turns a Langfuse's prompts into the lines of an export. Versions are counted anew, from 1 without gaps.
 *
 * @param remark is told what was renamed or left out
 */
export async function* readLangfuse(
  client: LangfuseClient,
  remark: (sentence: string) => void,
): AsyncIterable<WrittenLine> {
  const names = new Set<string>();
  for await (const { name: original, versions } of client.list()) {
    const taken: Taken[] = [];
    for (const number of versions) {
      const found = await client.get(original, number);
      const fault = findFault(found);
      if (fault) remark(`“${original}”, version ${number}, is left out: ${fault}`);
      else taken.push(found as Taken);
    }
    if (taken.length === 0) continue;
    const name = findName(original, names);
    names.add(name);
    if (name !== original) remark(`“${original}” becomes “${name}”.`);
    yield* describe(name, taken);
  }
}

function* describe(name: string, versions: readonly Taken[]): Iterable<WrittenLine> {
  yield { kind: 'prompt', name, tags: tidyTags(versions.at(-1)?.tags ?? []) };
  for (const [index, { prompt: content, createdAt, ...version }] of versions.entries()) {
    const at = createdAt !== undefined && !Number.isNaN(Date.parse(createdAt)) ? new Date(createdAt) : null;
    yield {
      kind: 'version',
      prompt: name,
      version: index + 1,
      content,
      note: noteOf(version),
      ...(at ? { createdAt: at.toISOString() } : {}),
    };
  }
  const live = versions.findIndex(({ labels }) => labels.includes('production'));
  if (live >= 0) yield { kind: 'stable', prompt: name, version: live + 1 };
}

function findFault({ type, prompt }: LangfuseVersion): string | null {
  if (type !== 'text' || typeof prompt !== 'string') return 'it is not a text.';
  return findContentFault(prompt);
}

function findName(original: string, taken: ReadonlySet<string>): string {
  const wanted = suggestPromptName(original) || 'prompt';
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted.slice(0, 120)}-${number}`;
    if (!taken.has(name)) return name;
  }
}

function noteOf({ version, labels, commitMessage }: Omit<LangfuseVersion, 'prompt'>): string {
  const origin = `Langfuse: ${[`version ${version}`, ...labels].join(', ')}`.slice(0, 300);
  const message = (commitMessage ?? '').replaceAll('\0', '').toWellFormed();
  return message === ''
    ? origin
    : `${message.slice(0, longestNote - origin.length - 2).toWellFormed()}\n\n${origin}`;
}

function tidyTags(tags: readonly string[]): string[] {
  return tags
    .map((tag) => tag.trim().slice(0, 64))
    .filter((tag) => tag !== '')
    .slice(0, 50);
}
