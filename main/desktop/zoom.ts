import { settings } from '#core/contract/settings.ts';
import type { App } from '../app.ts';
import type { SettingsPort } from '../ports.ts';
import type { MainWindow } from './window.ts';

/** Shows everything in the size that the user chose, now and whenever it changes. */
export function setupZoom(promptForge: App, port: SettingsPort, window: MainWindow): void {
  window.onLoaded((contents) => contents.setZoomFactor(settings.parse(port.store).zoom / 100));
  promptForge.subscribe((event) => {
    if (event.name === 'settingsChanged') window.contents()?.setZoomFactor(event.payload.zoom / 100);
  });
}
