import { formatShortcut } from '../../format/shortcut.ts';
import { useSettings } from '../settings/settings-store.ts';

/** A shortcut as this platform writes it. */
export function useShortcutText(shortcut: string): string {
  const platform = useSettings((state) => state.info?.platform ?? 'linux');
  return formatShortcut(shortcut, platform);
}
