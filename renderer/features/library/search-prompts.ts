import type { PromptSummary } from '#core/contract/shapes.ts';
import {
  detailsOf,
  headingOf,
  matchPrompt,
  rankPrompt,
  searchRanks,
} from '#core/domain/search/match-prompt.ts';

interface Folded {
  readonly heading: string;
  readonly details: string;
}

const folded = new WeakMap<PromptSummary, Folded>();

/** What is found without reading any text, in the order in which the registry answers. */
export function searchDetails(prompts: readonly PromptSummary[], words: readonly string[]): PromptSummary[] {
  const byRank: PromptSummary[][] = [[], [], []];
  for (const prompt of prompts) {
    const { heading, details } = foldedOf(prompt);
    const rank = rankPrompt(heading, details, words);
    if (rank < searchRanks.text) byRank[rank]?.push(prompt);
  }
  return byRank.flat();
}

/** A prompt with what a search found in its details, where the registry has not said it. */
export function withMatch(prompt: PromptSummary, words: readonly string[]): PromptSummary {
  if (prompt.match) return prompt;
  const match = matchPrompt(prompt, null, words);
  return match ? { ...prompt, match } : prompt;
}

function foldedOf(prompt: PromptSummary): Folded {
  const known = folded.get(prompt);
  if (known) return known;
  const made = { heading: headingOf(prompt), details: detailsOf(prompt) };
  folded.set(prompt, made);
  return made;
}
