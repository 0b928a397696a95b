import { detailsOf, headingOf, type PromptWords, rankPrompt } from './match-prompt.ts';

interface Folded {
  readonly heading: string;
  readonly details: string;
}

const folded = new WeakMap<PromptWords, Folded>();

/** What is found without reading any text, in the order in which the registry answers. */
export function searchDetails<P extends PromptWords>(prompts: readonly P[], words: readonly string[]): P[] {
  const byRank: P[][] = [[], [], []];
  for (const prompt of prompts) byRank[rankDetails(prompt, words)]?.push(prompt);
  return byRank.flat();
}

/** How near a prompt is to a search, as `searchRanks` says; `text` where its text has to be read to know. */
export function rankDetails(prompt: PromptWords, words: readonly string[]): number {
  const { heading, details } = foldDetails(prompt);
  return rankPrompt(heading, details, words);
}

/** What a prompt is found by, made once for each. */
export function foldDetails(prompt: PromptWords): Folded {
  const known = folded.get(prompt);
  if (known) return known;
  const made = { heading: headingOf(prompt), details: detailsOf(prompt) };
  folded.set(prompt, made);
  return made;
}
