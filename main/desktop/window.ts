import { app, BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { LogPort } from '../ports.ts';
import type { CallsUnderWay } from './calls-under-way.ts';
import { attachContextMenu } from './context-menu.ts';
import { attachOrderlyClose } from './orderly-close.ts';
import { startAddress } from './own-address.ts';
import type { JsonStore } from './settings.ts';
import { describeWindow } from './window-options.ts';
import { attachRecovery } from './window-recovery.ts';
import { chooseWindowState, type WindowState } from './window-state.ts';

/** The app's one window, which may be closed and opened again. */
export interface MainWindow {
  /** Opens the window, or brings it to the front. */
  show(): void;
  contents(): WebContents | null;
  /** Called whenever the window has loaded its page. */
  onLoaded(listener: (contents: WebContents) => void): void;
  send(event: BridgeEvent): void;
  /** True while a closed window hands over what was typed last. */
  isAboutToClose(): boolean;
}

interface WindowOptions {
  readonly store: JsonStore;
  readonly preload: string;
  readonly icon: string;
  readonly calls: CallsUnderWay;
  readonly log: LogPort;
}

export function setupWindow({ store, preload, icon, calls, log }: WindowOptions): MainWindow {
  let current: BrowserWindow | null = null;
  let isAboutToClose = () => false;
  const loadedListeners: ((contents: WebContents) => void)[] = [];

  function open(): BrowserWindow {
    const state = chooseWindowState(store.get('window'), listWorkAreas());
    const window = new BrowserWindow(
      describeWindow({
        bounds: state.bounds,
        isDark: nativeTheme.shouldUseDarkColors,
        isDevelopment: !app.isPackaged,
        preload,
        icon,
      }),
    );
    window.once('ready-to-show', () => {
      if (state.maximized) window.maximize();
      window.show();
    });
    window.webContents.on('did-finish-load', () => {
      for (const listener of loadedListeners) listener(window.webContents);
    });
    // Once: the window is hidden when it is closed for good.
    window.once('close', () => remember(window));
    window.on('closed', () => {
      current = null;
      isAboutToClose = () => false;
    });
    isAboutToClose = attachOrderlyClose(window, calls);
    attachContextMenu(window);
    attachRecovery(window, log);
    void window.loadURL(startAddress);
    return window;
  }

  function remember(window: BrowserWindow): void {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      store.set('window', state);
    } catch (error) {
      log.error('The place of the window could not be kept.', { reason: String(error) });
    }
  }

  return {
    show() {
      if (!current) {
        current = open();
        return;
      }
      if (current.isMinimized()) current.restore();
      current.show();
      current.focus();
    },
    isAboutToClose: () => isAboutToClose(),
    contents: () => current?.webContents ?? null,
    onLoaded: (listener) => void loadedListeners.push(listener),
    send(event) {
      if (current && !current.webContents.isDestroyed()) current.webContents.send('bridge:event', event);
    },
  };
}

function listWorkAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}
