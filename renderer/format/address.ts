import { isSettingsSection, type SettingsSection } from './settings-sections.ts';

export const views = ['prompts', 'reviews', 'activity', 'settings'] as const;
export type View = (typeof views)[number];

export const promptTabs = ['edit', 'compare', 'history', 'test-inputs', 'promotion'] as const;
export type PromptTab = (typeof promptTabs)[number];

/** A version of a prompt whose promotion was asked for. */
export interface ReviewedVersion {
  readonly prompt: string;
  readonly version: number;
}

/**
 * Where the user is: a view, in “Prompts” the open prompt and its tab, in “Reviews” the open review, in “Settings”
 * the section, and so on.
 */
export interface Address {
  readonly view: View;
  readonly prompt: string | null;
  readonly tab: PromptTab;
  /** `null` where none was asked for. */
  readonly section: SettingsSection | null;
  /** What of “Activity” is shown, as its filter writes it; the empty text for all of it. */
  readonly within: string;
  /** `null` for the queue. */
  readonly review: ReviewedVersion | null;
}

/** Writes a place as the part after `#`, so that links, reload and the back button work. */
export function writeAddress({ view, prompt, tab, section, within, review }: Address): string {
  if (view === 'activity') return `#/activity${within}`;
  if (view === 'reviews' && review !== null) return reviewAddress(review);
  if (view === 'settings' && section !== null) return settingsAddress(section);
  if (view !== 'prompts') return `#/${view}`;
  return prompt === null ? '#/prompts' : `#/prompts/${encodeURIComponent(prompt)}/${tab}`;
}

/** Reads what `writeAddress` wrote; `null` for anything else. */
export function readAddress(hash: string): Address | null {
  const [path = ''] = hash.split('?');
  const [, view, part, tab] = path.split('/');
  if (!isOneOf(views, view)) return null;
  const place: Address = { view, prompt: null, tab: 'edit', section: null, within: '', review: null };
  if (view === 'activity') return { ...place, within: hash.slice('#/activity'.length) };
  if (view === 'settings') return { ...place, section: isSettingsSection(part) ? part : null };
  if (!part) return place;
  try {
    if (view === 'reviews') return { ...place, review: readReview(decodeURIComponent(part), tab) };
    if (view !== 'prompts') return place;
    return { ...place, prompt: decodeURIComponent(part), tab: isOneOf(promptTabs, tab) ? tab : 'edit' };
  } catch {
    return null;
  }
}

/** The address of a prompt's tab, for links. */
export function promptAddress(prompt: string, tab: PromptTab = 'edit'): string {
  return writeAddress({ view: 'prompts', prompt, tab, section: null, within: '', review: null });
}

function readReview(prompt: string, version: string | undefined): ReviewedVersion | null {
  const number = /^v(\d{1,9})$/.exec(version ?? '')?.[1];
  return number === undefined ? null : { prompt, version: Number(number) };
}

/** The address of a review, for links. It leads to the newest request for that version. */
export function reviewAddress({ prompt, version }: ReviewedVersion): string {
  return `#/reviews/${encodeURIComponent(prompt)}/v${version}`;
}

/** The address of a view, for links. */
export function viewAddress(view: View): string {
  return writeAddress({ view, prompt: null, tab: 'edit', section: null, within: '', review: null });
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
