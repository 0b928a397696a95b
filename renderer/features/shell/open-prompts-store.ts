import { create } from 'zustand';
import type { PromptPlace, TextView } from '#core/contract/workspace-shapes.ts';
import { isPromptTab, type PromptTab } from '../../format/address.ts';
import { placeKey, useConnections } from '../connections/connections-store.ts';
import { useDrafts } from '../editor/drafts-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { currentPlace, useNavigation } from './navigation-store.ts';

/** A prompt that is open in a tab, which of its views was shown last, and where its caret stood at the last start. */
export interface OpenPrompt extends PromptPlace {
  readonly tab: PromptTab;
  readonly view: TextView | null;
}

interface OpenPromptsState {
  /** Of all registries, in the order of their tabs. */
  readonly open: readonly OpenPrompt[];
  /** What was closed, the last one first. */
  readonly closed: readonly OpenPrompt[];
  /** Opens the tabs of the last time. */
  restore(): void;
  /** Takes note of what is on the screen: it has a tab from now on. */
  note(place: PromptPlace, tab: PromptTab): void;
  /** Takes note of where the carets stand, for the next start. */
  noteViews(): void;
  /** Closes a tab; where it was on the screen, its neighbour is shown. The draft stays. */
  close(place: PromptPlace): void;
  /** Opens the tab again that was closed last. */
  reopen(): void;
  /** Shows the next tab, or the one before, all around. */
  step(by: 1 | -1): void;
  /** Puts a tab in the place of another one. */
  move(place: PromptPlace, onto: PromptPlace): void;
}

/** How many tabs a registry has; beyond, the one longest unseen goes, unless it has a draft. */
export const mostTabs = 20;
const mostClosed = 20;

let clock = 0;
const shownAt = new Map<string, number>();

/** The prompts that are open in tabs. */
export const useOpenPrompts = create<OpenPromptsState>()((set, get) => ({
  open: [],
  closed: [],
  restore() {
    const { openPrompts } = useSettings.getState().settings;
    set({
      open: openPrompts.map(({ tab, ...place }) => ({ ...place, tab: isPromptTab(tab) ? tab : 'edit' })),
    });
  },
  note(place, tab) {
    shownAt.set(placeKey(place), ++clock);
    const { open } = get();
    const known = open.find((other) => isSame(other, place));
    if (known?.tab === tab) return;
    const next = { ...place, tab, view: known?.view ?? null };
    if (known) set({ open: open.map((other) => (other === known ? next : other)) });
    else set({ open: withoutSurplus([...open, next], place) });
  },
  noteViews() {
    const { open } = get();
    const views = open.map((tab) => useDrafts.getState().viewOf(tab) ?? tab.view);
    if (open.every((tab, index) => isSameView(tab.view, views[index] ?? null))) return;
    set({ open: open.map((tab, index) => ({ ...tab, view: views[index] ?? null })) });
  },
  close(place) {
    const { open, closed } = get();
    const gone = open.find((other) => isSame(other, place));
    if (!gone) return;
    const siblings = tabsOf(open, place.connection);
    const at = siblings.indexOf(gone);
    set({ open: open.filter((other) => other !== gone), closed: [gone, ...closed].slice(0, mostClosed) });
    const current = currentPlace();
    if (!current || !isSame(current, place)) return;
    const neighbour = siblings[at + 1] ?? siblings[at - 1];
    if (neighbour) return useNavigation.getState().openPrompt(neighbour.prompt, neighbour.tab);
    useNavigation.getState().openView('prompts');
    void useSettings.getState().update({ lastOpened: null });
  },
  reopen() {
    const { closed } = get();
    const connection = useConnections.getState().currentId;
    const last = closed.find((other) => other.connection === connection);
    if (!last) return;
    set({ closed: closed.filter((other) => other !== last) });
    useNavigation.getState().openPrompt(last.prompt, last.tab);
  },
  step(by) {
    const tabs = tabsOf(get().open, useConnections.getState().currentId);
    const current = currentPlace();
    const at = current ? tabs.findIndex((other) => isSame(other, current)) : -1;
    const next = tabs.at((Math.max(at, by === 1 ? -1 : 0) + by) % Math.max(tabs.length, 1));
    if (next) useNavigation.getState().openPrompt(next.prompt, next.tab);
  },
  move(place, onto) {
    const { open } = get();
    const from = open.findIndex((other) => isSame(other, place));
    const to = open.findIndex((other) => isSame(other, onto));
    const moved = open[from];
    if (moved && to >= 0 && from !== to) set({ open: open.toSpliced(from, 1).toSpliced(to, 0, moved) });
  },
}));

/** The tabs of one registry. */
export function tabsOf(open: readonly OpenPrompt[], connection: string): readonly OpenPrompt[] {
  return open.filter((other) => other.connection === connection);
}

/** The prompt of a registry that was on the screen last; `null` where none was since the start. */
export function lastShownOf(open: readonly OpenPrompt[], connection: string): OpenPrompt | null {
  const shown = tabsOf(open, connection).filter((tab) => shownAt.has(placeKey(tab)));
  return shown.toSorted((a, b) => seenAt(b) - seenAt(a))[0] ?? null;
}

const seenAt = (place: PromptPlace) => shownAt.get(placeKey(place)) ?? 0;

/** Keeps the tabs true to what is on the screen, and for the next start. */
export function followOpenPrompts(): void {
  const note = () => {
    const place = currentPlace();
    if (place) useOpenPrompts.getState().note(place, useNavigation.getState().tab);
  };
  note();
  useNavigation.subscribe(note);
  useConnections.subscribe(note);
  useOpenPrompts.subscribe(({ open }, before) => {
    if (open !== before.open) void useSettings.getState().update({ openPrompts: [...open] });
  });
}

const isSame = (left: PromptPlace, right: PromptPlace) =>
  left.connection === right.connection && left.prompt === right.prompt;

const isSameView = (left: TextView | null, right: TextView | null) =>
  JSON.stringify(left) === JSON.stringify(right);

function withoutSurplus(open: readonly OpenPrompt[], shown: PromptPlace): readonly OpenPrompt[] {
  const tabs = tabsOf(open, shown.connection);
  if (tabs.length <= mostTabs) return open;
  const { drafts } = useDrafts.getState();
  const [oldest] = tabs
    .filter((tab) => !isSame(tab, shown) && drafts[placeKey(tab)] === undefined)
    .toSorted((a, b) => seenAt(a) - seenAt(b));
  return open.filter((tab) => tab !== oldest);
}
