import { create } from 'zustand';
import { defaultSettings } from '#core/contract/default-settings.ts';
import type { Settings, SettingsChange } from '#core/contract/settings.ts';
import type { AppInfo } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { rememberedTheme, rememberTheme } from '../../theme/color-scheme.ts';
import { useNotices } from '../shell/notices-store.ts';

interface SettingsState {
  readonly settings: Settings;
  readonly info: AppInfo | null;
  load(): Promise<void>;
  /** Changes the screen at once and the file behind it; says so where that fails. */
  update(change: SettingsChange): Promise<void>;
  replace(settings: Settings): void;
}

/** What the user chose, and what the app says of itself. */
export const useSettings = create<SettingsState>()((set, get) => ({
  settings: { ...defaultSettings, theme: rememberedTheme() },
  info: null,
  async load() {
    try {
      const [settings, info] = await Promise.all([
        unwrap(bridge.settings.get()),
        unwrap(bridge.app.getInfo()),
      ]);
      get().replace(settings);
      set({ info });
      for (const message of info.setAside) {
        useNotices.getState().show({ tone: 'warning', title: 'A file could not be read', message });
      }
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    }
  },
  async update(change) {
    get().replace({ ...get().settings, ...withoutUndefined(change) });
    try {
      await unwrap(bridge.settings.update(change));
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    }
  },
  replace(settings) {
    rememberTheme(settings.theme);
    set({ settings });
  },
}));

function withoutUndefined(change: SettingsChange): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<Settings>;
}
