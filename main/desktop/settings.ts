import { join } from 'node:path';
import ElectronStore from 'electron-store';
import { setAsideDamagedJson } from '../set-aside-damaged-json.ts';

export type JsonStore = ElectronStore<Record<string, unknown>>;

interface OpenedStores {
  /** What the user chose; the web shell keeps it in the same file. */
  readonly settings: JsonStore;
  /** Where the window was. */
  readonly windowStore: JsonStore;
  readonly setAside: readonly string[];
}

/** Opens the files of the settings and of the window. A damaged one is set aside first. */
export function setupStores(dataFolder: string): OpenedStores {
  const setAside = ['config.json', 'window.json']
    .map((name) => setAsideDamagedJson(join(dataFolder, name)))
    .filter((sentence) => sentence !== null);
  return {
    settings: new ElectronStore({ cwd: dataFolder, name: 'config' }),
    windowStore: new ElectronStore({ cwd: dataFolder, name: 'window' }),
    setAside,
  };
}
