import { foldText } from './fold-text.ts';
import { type Excerpt, makeExcerpt } from './make-excerpt.ts';

export const matchFields = ['title', 'name', 'description', 'tags', 'content'] as const;
export type MatchField = (typeof matchFields)[number];

/** Where a search was found: the field that says most about it, and a piece of its text. */
export interface PromptMatch extends Excerpt {
  readonly field: MatchField;
}

/** What a prompt is called and described with. */
export interface PromptWords {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
}

/** Title and name, folded: what is found here comes first. */
export const headingOf = ({ title, name }: Pick<PromptWords, 'title' | 'name'>) =>
  foldText(`${title}\n${name}`);

/** Everything about a prompt but its text, folded. */
export const detailsOf = (prompt: PromptWords) =>
  foldText([prompt.title, prompt.name, ...prompt.tags, prompt.description].join('\n'));

/** How near a prompt is to a search; lower is nearer. `text` where its text has to be read to know. */
export const searchRanks = { beginning: 0, heading: 1, details: 2, text: 3 } as const;

/** Ranks a prompt by its heading and details, as `headingOf` and `detailsOf` give them. */
export function rankPrompt(heading: string, details: string, words: readonly string[]): number {
  const holdsAll = (text: string) => words.every((word) => text.includes(word));
  if (holdsAll(heading)) {
    return heading.startsWith(words.join(' ')) ? searchRanks.beginning : searchRanks.heading;
  }
  return holdsAll(details) ? searchRanks.details : searchRanks.text;
}

/**
 * Finds every word of a search in a prompt, in one field or several; `null` where one of them is nowhere.
 *
 * @param content the prompt's text; `null` where the words are known to be found without it
 */
export function matchPrompt(
  prompt: PromptWords,
  content: string | null,
  words: readonly string[],
): PromptMatch | null {
  const fields: Record<MatchField, string> = {
    title: prompt.title,
    name: prompt.name,
    description: prompt.description,
    tags: prompt.tags.join(', '),
    content: content ?? '',
  };
  const missing = new Set(words);
  let best: { field: MatchField; count: number } | null = null;
  for (const field of matchFields) {
    const folded = foldText(fields[field]);
    const found = words.filter((word) => folded.includes(word));
    for (const word of found) missing.delete(word);
    if (found.length > (best?.count ?? 0)) best = { field, count: found.length };
  }
  if (!best || missing.size > 0) return null;
  return { field: best.field, ...makeExcerpt(fields[best.field], words) };
}
