import type { CommandGroup } from '#core/contract/command-groups.ts';
import type { RolesNeeded } from './components/refusal-context.ts';
import { findRefusal } from './features/connections/permissions-store.ts';
import { platform } from './format/platform.ts';

/**
 * Something that the user can do. Each feature lists its own in `commands.ts`; the keyboard, the palette, the
 * system's menu, the list of shortcuts and the buttons all read that one list.
 */
export interface Command {
  readonly id: string;
  readonly name: string;
  readonly group: CommandGroup;
  /** For example `mod+shift+P`; `mod` is Cmd on macOS and Ctrl elsewhere, `ctrl` is Ctrl everywhere. */
  readonly shortcut?: string | { readonly mac: string; readonly other: string };
  /** Further keys that run it, which no menu shows. */
  readonly alsoBy?: readonly string[];
  /** Other words under which the palette finds it. */
  readonly keywords?: readonly string[];
  /** True while it makes sense; always where absent. */
  readonly isAvailable?: () => boolean;
  /** The roles that it takes in the registry on the screen; anybody may where absent. */
  readonly needs?: RolesNeeded;
  readonly run: () => void;
}

/** The shortcut of a command on this platform, as `formatShortcut` takes it. */
export function shortcutOf({ shortcut }: Pick<Command, 'shortcut'>): string | undefined {
  if (shortcut === undefined || typeof shortcut === 'string') return shortcut;
  return platform === 'darwin' ? shortcut.mac : shortcut.other;
}

/** True where a command makes sense now, and the user may run it. */
export function canRun({ isAvailable, needs }: Command): boolean {
  return isAvailable?.() !== false && (needs === undefined || findRefusal(needs) === null);
}
