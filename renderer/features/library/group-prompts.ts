import type { PromptSummary } from '#core/contract/shapes.ts';
import { folderOf } from '#core/domain/prompt-name.ts';

export type LibraryRow =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'prompt'; readonly prompt: PromptSummary };

/** “Mail 2” comes before “Mail 10”. */
const inOrder = new Intl.Collator(undefined, { numeric: true });

/** The rows of the prompt list: first the prompts outside any folder, then folder by folder. */
export function groupPrompts(prompts: readonly PromptSummary[]): LibraryRow[] {
  const folders = new Map<string, PromptSummary[]>();
  for (const prompt of prompts) {
    const folder = folderOf(prompt.name);
    const members = folders.get(folder);
    if (members) members.push(prompt);
    else folders.set(folder, [prompt]);
  }
  const names = [...folders.keys()].toSorted(inOrder.compare);
  return names.flatMap((folder) => {
    const members = (folders.get(folder) ?? []).toSorted((a, b) => inOrder.compare(a.title, b.title));
    const rows = members.map((prompt): LibraryRow => ({ kind: 'prompt', prompt }));
    return folder === '' ? rows : [{ kind: 'folder', folder }, ...rows];
  });
}

/** The prompts whose title, name, description or tags hold every word of the query. */
export function searchPrompts(prompts: readonly PromptSummary[], query: string): readonly PromptSummary[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return prompts;
  return prompts.filter((prompt) => {
    const text = [prompt.title, prompt.name, prompt.description, ...prompt.tags].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
