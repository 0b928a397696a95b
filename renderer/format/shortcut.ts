import { type Platform, platform as thisPlatform } from './platform.ts';

const macSymbols: Record<string, string> = { mod: '⌘', ctrl: '⌃', shift: '⇧', alt: '⌥', Enter: '↩' };
const otherNames: Record<string, string> = { mod: 'Ctrl', ctrl: 'Ctrl', shift: 'Shift', alt: 'Alt' };
const macOrder = ['ctrl', 'alt', 'shift', 'mod'];

/** Writes a shortcut such as `mod+shift+P` as the platform does: “⇧⌘P” or “Ctrl+Shift+P”. */
export function formatShortcut(shortcut: string, platform: Platform = thisPlatform): string {
  const keys = splitShortcut(shortcut);
  if (platform !== 'darwin') return keys.map((key) => otherNames[key] ?? key).join('+');
  const sorted = keys.toSorted((a, b) => rank(a) - rank(b));
  return sorted.map((key) => macSymbols[key] ?? key).join('');
}

/** The keys of a shortcut; the last one may be `+` itself. */
export function splitShortcut(shortcut: string): string[] {
  return shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), '+'] : shortcut.split('+');
}

const rank = (key: string) => (macOrder.includes(key) ? macOrder.indexOf(key) : macOrder.length);
