import { commands } from './commands.ts';
import { useNavigation } from './navigation-store.ts';

/** True where the keys pressed are the shortcut's, for example `mod+shift+P`. */
export function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const keys = shortcut.split('+');
  const key = keys.at(-1) ?? '';
  const isMod = event.ctrlKey || event.metaKey;
  return (
    isMod === keys.includes('mod') &&
    event.shiftKey === keys.includes('shift') &&
    event.altKey === keys.includes('alt') &&
    (event.key.toLowerCase() === key.toLowerCase() || event.code === codeOf(key))
  );
}

/** The physical key: with Alt held, a key may type another letter than the one printed on it. */
function codeOf(key: string): string {
  if (/^[A-Z]$/.test(key)) return `Key${key}`;
  return /^[0-9]$/.test(key) ? `Digit${key}` : key;
}

/** Runs commands by their shortcuts, before the editor sees the keys. Returns a function that stops it. */
export function listenForShortcuts(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (useNavigation.getState().dialog !== null) return;
    const command = commands.find(({ shortcut }) => shortcut !== undefined && isShortcut(event, shortcut));
    if (!command) return;
    const isAvailable = command.isAvailable?.() !== false;
    // The browser's own “save page” is never what is meant here.
    if (isAvailable || command.id === 'save-version') event.preventDefault();
    if (!isAvailable) return;
    event.stopPropagation();
    command.run();
  };
  addEventListener('keydown', listen, { capture: true });
  return () => removeEventListener('keydown', listen, { capture: true });
}
