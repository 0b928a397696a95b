import { nativeTheme } from 'electron';
import { settings } from '#core/contract/settings.ts';
import type { App } from '../app.ts';
import type { SettingsPort } from '../ports.ts';

/** Makes menus, scroll bars and the page follow the theme that the user chose, now and whenever it changes. */
export function setupTheme(promptForge: App, port: SettingsPort): void {
  nativeTheme.themeSource = settings.parse(port.store).theme;
  promptForge.subscribe((event) => {
    if (event.name === 'settingsChanged') nativeTheme.themeSource = event.payload.theme;
  });
}
