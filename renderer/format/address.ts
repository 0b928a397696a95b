import { isSettingsSection, type SettingsSection } from './settings-sections.ts';

export const views = ['prompts', 'reviews', 'activity', 'settings'] as const;
export type View = (typeof views)[number];

export const promptTabs = ['edit', 'compare', 'history', 'promotion'] as const;
export type PromptTab = (typeof promptTabs)[number];

/** Where the user is: a view, in “Prompts” the open prompt and its tab, in “Settings” the section, and so on. */
export interface Address {
  readonly view: View;
  readonly prompt: string | null;
  readonly tab: PromptTab;
  /** `null` where none was asked for. */
  readonly section: SettingsSection | null;
  /** What of “Activity” is shown, as its filter writes it; the empty text for all of it. */
  readonly within: string;
}

/** Writes a place as the part after `#`, so that links, reload and the back button work. */
export function writeAddress({ view, prompt, tab, section, within }: Address): string {
  if (view === 'activity') return `#/activity${within}`;
  if (view === 'settings' && section !== null) return settingsAddress(section);
  if (view !== 'prompts') return `#/${view}`;
  return prompt === null ? '#/prompts' : `#/prompts/${encodeURIComponent(prompt)}/${tab}`;
}

/** Reads what `writeAddress` wrote; `null` for anything else. */
export function readAddress(hash: string): Address | null {
  const [path = ''] = hash.split('?');
  const [, view, part, tab] = path.split('/');
  if (!isOneOf(views, view)) return null;
  const place: Address = { view, prompt: null, tab: 'edit', section: null, within: '' };
  if (view === 'activity') return { ...place, within: hash.slice('#/activity'.length) };
  if (view === 'settings') return { ...place, section: isSettingsSection(part) ? part : null };
  if (view !== 'prompts' || !part) return place;
  try {
    return { ...place, prompt: decodeURIComponent(part), tab: isOneOf(promptTabs, tab) ? tab : 'edit' };
  } catch {
    return null;
  }
}

/** The address of a prompt's tab, for links. */
export function promptAddress(prompt: string, tab: PromptTab = 'edit'): string {
  return writeAddress({ view: 'prompts', prompt, tab, section: null, within: '' });
}

/** The address of a view, for links. */
export function viewAddress(view: View): string {
  return writeAddress({ view, prompt: null, tab: 'edit', section: null, within: '' });
}

/** The address of a section of Settings, for links. */
export function settingsAddress(section: SettingsSection): string {
  return `#/settings/${section}`;
}

/** True where a text names a tab of a prompt. */
export const isPromptTab = (text: string): text is PromptTab => isOneOf(promptTabs, text);

function isOneOf<Item extends string>(items: readonly Item[], text: string | undefined): text is Item {
  return items.some((item) => item === text);
}
