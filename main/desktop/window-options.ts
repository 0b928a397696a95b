import type { BrowserWindowConstructorOptions } from 'electron';
import { webPreferences } from './web-preferences.ts';
import { minimumSize, type WindowState } from './window-state.ts';

/** What a window shows until its page is there: the page's own colour, so that nothing flashes. */
export const windowBackgrounds = { light: '#ffffff', dark: '#1a1b1e' } as const;

interface WindowLook {
  readonly bounds: WindowState['bounds'];
  readonly isDark: boolean;
  readonly isDevelopment: boolean;
  readonly preload: string;
  /** For Linux, where the system does not know the icon of a program that is not installed. */
  readonly icon: string;
}

/** How the window is made. It is shown once its page is there. */
export function describeWindow(look: WindowLook): BrowserWindowConstructorOptions {
  return {
    ...look.bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    title: 'PromptForge',
    icon: look.icon,
    backgroundColor: look.isDark ? windowBackgrounds.dark : windowBackgrounds.light,
    webPreferences: { ...webPreferences, preload: look.preload, devTools: look.isDevelopment },
  };
}
