import type { MantineColorSchemeManager } from '@mantine/core';
import type { Settings } from '#core/contract/settings.ts';

const storageKey = 'promptforge-theme';

/** Keeps a copy of the theme where the page can read it before its first paint. */
export function rememberTheme(theme: Settings['theme']): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Without storage the theme is only right once the settings have arrived.
  }
}

/** The theme of the last start, until the settings have arrived. */
export function rememberedTheme(): Settings['theme'] {
  try {
    const theme = localStorage.getItem(storageKey);
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch {
    return 'system';
  }
}

/** Mantine asks for a place to keep the scheme; the product's settings are that place. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: () => {
    const theme = rememberedTheme();
    return theme === 'system' ? 'auto' : theme;
  },
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
