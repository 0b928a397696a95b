import { formatHash } from '#core/contract/format-hash.ts';
import { findContentFault } from '#core/domain/content.ts';
import {
  convertPlaceholders,
  findPlaceholders,
  type PlaceholderKind,
  placeholderKinds,
  suggestVariableName,
} from '#core/domain/placeholders.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { hashText } from '../../format/hash-text.ts';
import type { Candidate } from './candidate.ts';

/** What a candidate's text becomes. */
export interface ConvertedCandidate {
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
  /** `sha256:` and the hex digest of the content, as the registry has it. */
  readonly contentHash: string;
  /** Why no registry would take it; `null` where it would. */
  readonly fault: string | null;
}

/** What was found of one kind of placeholder. */
export interface KindCount {
  readonly places: number;
  readonly prompts: number;
  /** A few of them, as they are written, with the names that they would get. */
  readonly samples: readonly { readonly written: string; readonly name: string }[];
}
export type KindCounts = ReadonlyMap<PlaceholderKind, KindCount>;

const mostSamples = 4;
/** How long the screen may stand still, in milliseconds. */
const slice = 12;

/** Works on a list without the screen standing still. */
async function inSlices<Item>(
  items: readonly Item[],
  signal: AbortSignal,
  work: (item: Item, index: number) => Promise<void> | void,
): Promise<void> {
  let started = performance.now();
  for (const [index, item] of items.entries()) {
    signal.throwIfAborted();
    await work(item, index);
    if (performance.now() - started < slice) continue;
    await new Promise((resolve) => setTimeout(resolve));
    started = performance.now();
  }
}

/** Counts the placeholders of every kind. */
export async function countKinds(candidates: readonly Candidate[], signal: AbortSignal): Promise<KindCounts> {
  const counts = new Map<
    PlaceholderKind,
    { places: number; prompts: number; samples: Map<string, string> }
  >();
  await inSlices(candidates, signal, ({ text }) => {
    if (findContentFault(text) !== null) return;
    for (const kind of placeholderKinds) {
      const found = findPlaceholders(text, new Set([kind]));
      if (found.length === 0) continue;
      const count = counts.get(kind) ?? { places: 0, prompts: 0, samples: new Map<string, string>() };
      count.places += found.length;
      count.prompts += 1;
      for (const { start, end, label } of found) {
        if (count.samples.size >= mostSamples) break;
        count.samples.set(text.slice(start, end), suggestVariableName(label) || 'value_1');
      }
      counts.set(kind, count);
    }
  });
  return new Map(
    [...counts].map(([kind, { samples, ...count }]) => [
      kind,
      { ...count, samples: [...samples].map(([written, name]) => ({ written, name })) },
    ]),
  );
}

/** Makes variables of the chosen kinds of placeholders in every text. */
export async function convertCandidates(
  candidates: readonly Candidate[],
  kinds: ReadonlySet<PlaceholderKind>,
  signal: AbortSignal,
): Promise<ConvertedCandidate[]> {
  const converted: ConvertedCandidate[] = [];
  await inSlices(candidates, signal, async ({ text }) => {
    const sourceFault = text.trim() === '' ? 'There is no text.' : findContentFault(text);
    // A text that is far too long would hold the screen up.
    const { content, variables } = convertPlaceholders(text, sourceFault === null ? kinds : new Set());
    const fault = sourceFault ?? findContentFault(content);
    converted.push({ content, variables, contentHash: formatHash(await hashText(content)), fault });
  });
  return converted;
}
