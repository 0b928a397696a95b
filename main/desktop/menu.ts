import { app, Menu, shell } from 'electron';
import type { MenuCommand } from '#core/contract/menu.ts';
import { buildMenuTemplate } from './menu-template.ts';

/**
 * Sets the application menu. The screen says which commands stand in it.
 *
 * @param choose called with the id of the command that was chosen
 */
export function setupMenu(dataFolder: string, choose: (command: string) => void) {
  app.setAboutPanelOptions({ applicationName: app.name, applicationVersion: app.getVersion() });
  const show = (commands: readonly MenuCommand[]) => {
    const template = buildMenuTemplate({
      platform: process.platform,
      isDevelopment: !app.isPackaged,
      commands,
      choose,
      openDataFolder: () => void shell.openPath(dataFolder),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  show([]);
  return { show };
}
