export type Platform = 'darwin' | 'win32' | 'linux';

const macSymbols: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', enter: '↩' };
const otherNames: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: 'Enter' };

/** Writes a shortcut such as `mod+shift+P` as the platform does: “⇧⌘P” or “Ctrl+Shift+P”. */
export function formatShortcut(shortcut: string, platform: Platform): string {
  const keys = shortcut.split('+');
  if (platform !== 'darwin') return keys.map((key) => otherNames[key] ?? key).join('+');
  const order = ['alt', 'shift', 'mod'];
  const sorted = keys.toSorted((a, b) => rank(order, a) - rank(order, b));
  return sorted.map((key) => macSymbols[key] ?? key).join('');
}

const rank = (order: readonly string[], key: string) =>
  order.includes(key) ? order.indexOf(key) : order.length;
