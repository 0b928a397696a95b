import type { PromptSummary } from '#core/contract/shapes.ts';

/** “Mail 2” comes before “Mail 10”. */
const { compare } = new Intl.Collator(undefined, { numeric: true });
const byTitle = (one: PromptSummary, other: PromptSummary) => compare(one.title, other.title);

/**
 * Prompts by title. Comparing titles takes long in a large library, where mostly a prompt or two have changed.
 *
 * @param before what was sorted last: what is still among the prompts keeps its order
 */
export function sortByTitle(
  prompts: readonly PromptSummary[],
  before: readonly PromptSummary[] = [],
): readonly PromptSummary[] {
  const wanted = new Set(prompts);
  const known = new Set(before);
  const kept = before.filter((prompt) => wanted.has(prompt));
  const added = prompts.filter((prompt) => !known.has(prompt)).toSorted(byTitle);
  const stretches: PromptSummary[][] = [];
  let from = 0;
  for (const prompt of added) {
    const to = placeFor(prompt, kept, from);
    stretches.push(kept.slice(from, to), [prompt]);
    from = to;
  }
  return [...stretches.flat(), ...kept.slice(from)];
}

/** Behind all that come before it, or are called the same. */
function placeFor(prompt: PromptSummary, sorted: readonly PromptSummary[], from: number): number {
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = sorted[middle];
    if (there && byTitle(there, prompt) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
