import { type Command, canRun, shortcutOf } from '../../command.ts';
import { screenId } from '../../components/use-inert-background.ts';
import { platform as thisPlatform } from '../../format/platform.ts';
import { splitShortcut } from '../../format/shortcut.ts';
import { findRefusal } from '../connections/permissions-store.ts';
import { commands } from './commands.ts';
import { useNotices } from './notices-store.ts';

/** True where the keys pressed are the shortcut's, for example `mod+shift+P`. */
export function isShortcut(event: KeyboardEvent, shortcut: string, platform = thisPlatform): boolean {
  // AltGr types letters; where the system reports it as Ctrl+Alt, this tells them apart.
  if (event.getModifierState('AltGraph')) return false;
  const keys = splitShortcut(shortcut);
  const key = keys.at(-1) ?? '';
  const isMac = platform === 'darwin';
  const wantsCtrl = keys.includes('ctrl') || (!isMac && keys.includes('mod'));
  const wantsMeta = isMac && keys.includes('mod');
  if (event.ctrlKey !== wantsCtrl || event.metaKey !== wantsMeta) return false;
  if (event.altKey !== keys.includes('alt')) return false;
  // Where a sign stands on the keyboard, and whether with Shift, differs from country to country.
  if (/^[^\p{L}\p{N}]$/u.test(key)) return event.key === key;
  if (event.shiftKey !== keys.includes('shift')) return false;
  return event.key.toLowerCase() === key.toLowerCase() || event.code === codeOf(key);
}

/** The physical key: with Alt held, a key may type another letter than the one printed on it. */
function codeOf(key: string): string {
  if (/^[A-Z]$/.test(key)) return `Key${key}`;
  return /^[0-9]$/.test(key) ? `Digit${key}` : key;
}

/** Runs commands by their shortcuts, before the editor sees the keys. Returns a function that stops it. */
export function listenForShortcuts(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (isKeyOfItsOwn(event)) return;
    const command = commands.find((candidate) => isCalledBy(candidate, event));
    if (!command) return;
    const runs = canRun(command) && !document.getElementById(screenId)?.inert;
    // The browser's own “save page” is never what is meant here.
    if (runs || command.id === 'save-version') event.preventDefault();
    if (!runs) return sayWhyNot(command);
    event.stopPropagation();
    command.run();
  };
  addEventListener('keydown', listen, { capture: true });
  return () => removeEventListener('keydown', listen, { capture: true });
}

/** Keys that do nothing without a word look broken. */
function sayWhyNot({ isAvailable, needs }: Command): void {
  const refusal = needs !== undefined && isAvailable?.() !== false ? findRefusal(needs) : null;
  if (refusal !== null)
    useNotices.getState().show({ tone: 'neutral', title: 'Not possible here', message: refusal });
}

function isCalledBy(command: Command, event: KeyboardEvent): boolean {
  const shortcut = shortcutOf(command);
  const all = [...(shortcut === undefined ? [] : [shortcut]), ...(command.alsoBy ?? [])];
  return all.some((keys) => isShortcut(event, keys) && !(typesText(keys) && isInTextField(event)));
}

/** A list may need a key for itself: F2 renames what has the focus there. */
function isKeyOfItsOwn({ target, key }: KeyboardEvent): boolean {
  const owner = target instanceof Element ? target.closest<HTMLElement>('[data-own-keys]') : null;
  return owner?.dataset.ownKeys?.split(' ').includes(key) === true;
}

const typesText = (shortcut: string) => [...shortcut].length === 1;

function isInTextField(event: KeyboardEvent): boolean {
  const fields = 'input, textarea, select, [contenteditable], [role=textbox]';
  return event.target instanceof Element && event.target.closest(fields) !== null;
}
