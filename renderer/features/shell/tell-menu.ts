import type { MenuCommand } from '#core/contract/menu.ts';
import { bridge } from '../../bridge/bridge.ts';
import { canRun, shortcutOf } from '../../command.ts';
import { useCompare } from '../compare/compare-store.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useEditor } from '../editor/editor-store.ts';
import { useLibrary } from '../library/library-store.ts';
import { usePromotions } from '../promotion/promotions-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { commands } from './commands.ts';
import { useNavigation } from './navigation-store.ts';

/** Long enough that typing does not rebuild the menu at each key, in milliseconds. */
const calm = 250;

/** Keeps the system's menu, where there is one, showing what can be done now. */
export function tellMenu(): void {
  let told = '';
  let isWaiting = false;
  const tell = () => {
    isWaiting = false;
    if (!useSettings.getState().info?.capabilities.hasMenu) return;
    const shown = commands.map(toMenuCommand);
    const text = JSON.stringify(shown);
    if (text === told) return;
    told = text;
    void bridge.app.setMenu(shown);
  };
  const tellSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(tell, calm);
  };
  const stores = [
    useNavigation,
    useEditor,
    useCompare,
    useConnections,
    useLibrary,
    usePromotions,
    useSettings,
  ];
  for (const store of stores) store.subscribe(tellSoon);
}

function toMenuCommand(command: (typeof commands)[number]): MenuCommand {
  const { id, name, group } = command;
  const shortcut = shortcutOf(command);
  return { id, name, group, isAvailable: canRun(command), ...(shortcut === undefined ? {} : { shortcut }) };
}
