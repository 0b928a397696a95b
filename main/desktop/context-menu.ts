import { type BrowserWindow, Menu } from 'electron';
import { buildContextMenuTemplate } from './context-menu-template.ts';

/** Gives a window's text fields the menu that people expect there. */
export function attachContextMenu(window: BrowserWindow): void {
  const contents = window.webContents;
  contents.on('context-menu', (_event, place) => {
    const template = buildContextMenuTemplate(place, {
      replace: (word) => contents.replaceMisspelling(word),
      learn: (word) => void contents.session.addWordToSpellCheckerDictionary(word),
    });
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
}
