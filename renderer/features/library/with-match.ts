import type { PromptSummary } from '#core/contract/shapes.ts';
import { matchPrompt } from '#core/domain/search/match-prompt.ts';

/** A prompt with what a search found in its details, where the registry has not said it. */
export function withMatch(prompt: PromptSummary, words: readonly string[]): PromptSummary {
  if (prompt.match) return prompt;
  const match = matchPrompt(prompt, null, words);
  return match ? { ...prompt, match } : prompt;
}
