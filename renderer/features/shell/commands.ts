import { useCompare } from '../compare/compare-store.ts';
import { placeKey } from '../connections/connections-store.ts';
import { isChanged, saveObstacle, useEditor } from '../editor/editor-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { currentPlace, useNavigation } from './navigation-store.ts';
import { useNotices } from './notices-store.ts';
import { palette } from './palette-store.ts';

/** Something that the user can do. The keyboard, the palette and the system's menu all read this one list. */
export interface Command {
  readonly id: string;
  readonly name: string;
  /** For example `mod+shift+P`; `mod` is Cmd on macOS and Ctrl elsewhere. */
  readonly shortcut?: string;
  /** True while it makes sense; always where absent. */
  readonly isAvailable?: () => boolean;
  readonly run: () => void;
}

const navigation = () => useNavigation.getState();
const hasPrompt = () => currentPlace() !== null;
const isComparing = () => hasPrompt() && useCompare.getState().navigation !== null;

function hasDraft(): boolean {
  const place = currentPlace();
  return place !== null && isChanged(useEditor.getState(), placeKey(place));
}

function saveVersion(): void {
  const obstacle = saveObstacle(currentPlace());
  if (obstacle) useNotices.getState().show({ tone: 'neutral', title: 'Not saved', message: obstacle });
  else {
    if (navigation().tab !== 'edit') navigation().openTab('edit');
    navigation().openDialog('save-version');
  }
}

function discardDraft(): void {
  const place = currentPlace();
  if (place) useEditor.getState().discardDraft(place);
}

function focusSearch(): void {
  document.getElementById('search-prompts')?.focus();
}

function focusSelectedTab(): void {
  document.querySelector<HTMLElement>('main [role=tab][aria-selected=true]')?.focus();
}

const openTab = (tab: Parameters<ReturnType<typeof navigation>['openTab']>[0]) => () => {
  navigation().openTab(tab);
  // Whatever had the focus may be gone with the view that it was in.
  requestAnimationFrame(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body || !focused.checkVisibility()) focusSelectedTab();
  });
};
const setTheme = (theme: 'system' | 'light' | 'dark') => () => void useSettings.getState().update({ theme });

export const commands: readonly Command[] = [
  { id: 'open-palette', name: 'Show all commands', shortcut: 'mod+shift+P', run: () => palette.open() },
  {
    id: 'new-prompt',
    name: 'New prompt',
    shortcut: 'mod+alt+N',
    run: () => navigation().openDialog('new-prompt'),
  },
  { id: 'save-version', name: 'Save version', shortcut: 'mod+S', isAvailable: hasPrompt, run: saveVersion },
  { id: 'discard-draft', name: 'Discard draft', isAvailable: hasDraft, run: discardDraft },
  { id: 'search-prompts', name: 'Search prompts', shortcut: 'mod+K', run: focusSearch },
  { id: 'open-edit', name: 'Edit', shortcut: 'alt+1', isAvailable: hasPrompt, run: openTab('edit') },
  { id: 'open-compare', name: 'Compare', shortcut: 'alt+2', isAvailable: hasPrompt, run: openTab('compare') },
  { id: 'open-history', name: 'History', shortcut: 'alt+3', isAvailable: hasPrompt, run: openTab('history') },
  {
    id: 'open-promotion',
    name: 'Promotion',
    shortcut: 'alt+4',
    isAvailable: hasPrompt,
    run: openTab('promotion'),
  },
  {
    id: 'next-change',
    name: 'Next change',
    shortcut: 'F7',
    isAvailable: isComparing,
    run: () => useCompare.getState().navigation?.goToNextChange(),
  },
  {
    id: 'previous-change',
    name: 'Previous change',
    shortcut: 'shift+F7',
    isAvailable: isComparing,
    run: () => useCompare.getState().navigation?.goToPreviousChange(),
  },
  {
    id: 'use-in-code',
    name: 'Use in code',
    isAvailable: hasPrompt,
    run: () => navigation().openDialog('use-in-code'),
  },
  { id: 'open-prompts', name: 'Go to Prompts', run: () => navigation().openView('prompts') },
  { id: 'open-reviews', name: 'Go to Reviews', run: () => navigation().openView('reviews') },
  { id: 'open-activity', name: 'Go to Activity', run: () => navigation().openView('activity') },
  { id: 'open-settings', name: 'Settings', shortcut: 'mod+,', run: () => navigation().openView('settings') },
  { id: 'theme-system', name: 'Theme: follow the system', run: setTheme('system') },
  { id: 'theme-light', name: 'Theme: light', run: setTheme('light') },
  { id: 'theme-dark', name: 'Theme: dark', run: setTheme('dark') },
];

/** Runs a command by its id where it is available; ids that are not known are ignored. */
export function runCommand(id: string): void {
  const command = commands.find((candidate) => candidate.id === id);
  if (command && command.isAvailable?.() !== false) command.run();
}
