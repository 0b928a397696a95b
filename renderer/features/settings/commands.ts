import type { Settings } from '#core/contract/settings.ts';
import type { Command } from '../../command.ts';
import {
  type SettingsSection,
  settingsSectionNames,
  settingsSections,
} from '../../format/settings-sections.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useSettings } from './settings-store.ts';

const themeCommand = (theme: Settings['theme'], name: string): Command => ({
  id: `theme-${theme}`,
  name: `Theme: ${name}`,
  group: 'View',
  keywords: ['colours', 'appearance'],
  run: () => void useSettings.getState().update({ theme }),
});

export const openSettings: Command = {
  id: 'open-settings',
  name: 'Settings',
  group: 'File',
  shortcut: 'mod+,',
  keywords: ['preferences', 'options', 'font'],
  run: () => useNavigation.getState().openView('settings'),
};

const sectionCommand = (section: SettingsSection): Command => ({
  id: `open-settings-${section}`,
  name: `Settings: ${settingsSections[section].title}`,
  group: 'Go',
  keywords: settingsSections[section].keywords,
  run: () => useNavigation.getState().openSettings(section),
});

const zoomSteps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200];

const canZoom = () => useSettings.getState().info?.capabilities.canZoom === true;

const zoomTo = (choose: (zoom: number) => number | undefined) => () => {
  const { settings, update } = useSettings.getState();
  void update({ zoom: choose(settings.zoom) ?? settings.zoom });
};

const resizeTextBy = (pixels: 1 | -1) => () => {
  const { settings, update } = useSettings.getState();
  const size = settings.editorFontSize + pixels;
  if (size >= 12 && size <= 28) void update({ editorFontSize: size });
};

export const zoomIn: Command = {
  id: 'zoom-in',
  name: 'Zoom in',
  group: 'View',
  shortcut: 'mod++',
  alsoBy: ['mod+='],
  keywords: ['larger', 'magnify'],
  isAvailable: canZoom,
  run: zoomTo((zoom) => zoomSteps.find((step) => step > zoom)),
};

export const zoomOut: Command = {
  id: 'zoom-out',
  name: 'Zoom out',
  group: 'View',
  shortcut: 'mod+-',
  keywords: ['smaller'],
  isAvailable: canZoom,
  run: zoomTo((zoom) => zoomSteps.findLast((step) => step < zoom)),
};

const zoomReset: Command = {
  id: 'zoom-reset',
  name: 'Actual size',
  group: 'View',
  shortcut: 'mod+0',
  keywords: ['zoom', 'reset'],
  isAvailable: canZoom,
  run: zoomTo(() => 100),
};

// The keys are those of other editors; a browser zooms everything by its own.
const textCommand = (id: string, name: string, shortcut: string, pixels: 1 | -1): Command => ({
  id,
  name,
  group: 'View',
  shortcut,
  keywords: ['font', 'size', 'zoom'],
  run: resizeTextBy(pixels),
});

/** What the user may choose. */
export const settingsCommands: readonly Command[] = [
  openSettings,
  ...settingsSectionNames.map(sectionCommand),
  themeCommand('system', 'follow the system'),
  themeCommand('light', 'light'),
  themeCommand('dark', 'dark'),
  textCommand('text-larger', 'Larger text', 'mod+shift+>', 1),
  textCommand('text-smaller', 'Smaller text', 'mod+shift+<', -1),
  zoomIn,
  zoomOut,
  zoomReset,
];
