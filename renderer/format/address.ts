export const views = ['prompts', 'reviews', 'activity', 'settings'] as const;
export type View = (typeof views)[number];

export const promptTabs = ['edit', 'compare', 'history', 'promotion'] as const;
export type PromptTab = (typeof promptTabs)[number];

/** Where the user is: a view, and in “Prompts” the open prompt and its tab. */
export interface Address {
  readonly view: View;
  readonly prompt: string | null;
  readonly tab: PromptTab;
}

/** Writes a place as the part after `#`, so that links, reload and the back button work. */
export function writeAddress({ view, prompt, tab }: Address): string {
  if (view !== 'prompts') return `#/${view}`;
  return prompt === null ? '#/prompts' : `#/prompts/${encodeURIComponent(prompt)}/${tab}`;
}

/** Reads what `writeAddress` wrote; `null` for anything else. */
export function readAddress(hash: string): Address | null {
  const [, view, prompt, tab] = hash.split('/');
  if (!isOneOf(views, view)) return null;
  if (view !== 'prompts' || !prompt) return { view, prompt: null, tab: 'edit' };
  try {
    return { view, prompt: decodeURIComponent(prompt), tab: isOneOf(promptTabs, tab) ? tab : 'edit' };
  } catch {
    return null;
  }
}

/** The address of a prompt's tab, for links. */
export function promptAddress(prompt: string, tab: PromptTab = 'edit'): string {
  return writeAddress({ view: 'prompts', prompt, tab });
}

/** True where a text names a tab of a prompt. */
export const isPromptTab = (text: string): text is PromptTab => isOneOf(promptTabs, text);

function isOneOf<Item extends string>(items: readonly Item[], text: string | undefined): text is Item {
  return items.some((item) => item === text);
}
