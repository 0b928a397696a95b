import { app, Menu, shell } from 'electron';
import { buildMenuTemplate } from './menu-template.ts';
import type { MainWindow } from './window.ts';

/** Sets the application menu. Its commands reach the screen as events. */
export function setupMenu(window: MainWindow, dataFolder: string): void {
  app.setAboutPanelOptions({ applicationName: app.name, applicationVersion: app.getVersion() });
  const template = buildMenuTemplate({
    platform: process.platform,
    isDevelopment: !app.isPackaged,
    choose: (command) => {
      window.show();
      window.send({ name: 'menuCommandChosen', payload: { command } });
    },
    openDataFolder: () => void shell.openPath(dataFolder),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
