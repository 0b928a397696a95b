import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { vi } from 'vitest';

/**
 * What stands in for Electron where Electron cannot run: it remembers what the shell asks of it, so that a test can
 * send the events that Electron would. Use it by `vi.mock('electron', …)`.
 */

export const app = Object.assign(new EventEmitter(), {
  quit: vi.fn(),
  relaunch: vi.fn(),
  getPath: (name: string) => `/${name}`,
});
export const shell = { openExternal: vi.fn(async (_address: string) => undefined) };
export const dialog = { showErrorBox: vi.fn((_title: string, _content: string) => undefined) };
export const protocol = { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() };
export const session = { fromPartition: vi.fn(), defaultSession: null };

type IpcHandler = (event: unknown, ...parts: unknown[]) => unknown;
const ipcHandlers = new Map<string, IpcHandler>();
export const ipcMain = {
  handle: (channel: string, handler: IpcHandler) => void ipcHandlers.set(channel, handler),
};

/** What the handler of a channel answers to a message. */
export async function receiveIpc(channel: string, event: unknown, ...parts: unknown[]): Promise<unknown> {
  const handler = ipcHandlers.get(channel);
  if (!handler) throw new Error(`Nobody handles ${channel}.`);
  return handler(event, ...parts);
}

/** The contents of a window: an emitter of Electron's events with the methods that the shell calls. */
export function makeContents() {
  return Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn<WebContents['setWindowOpenHandler']>(),
    setBackgroundThrottling: vi.fn(),
    reload: vi.fn(),
  });
}

/** Sends an event that can be prevented. @returns whether it was */
export function isPrevented(emitter: EventEmitter, name: string, facts: object = {}): boolean {
  const preventDefault = vi.fn();
  emitter.emit(name, { ...facts, preventDefault });
  return preventDefault.mock.calls.length > 0;
}

/** A window that closes when nobody prevents it. */
export function makeWindow() {
  const contents = makeContents();
  let isDestroyed = false;
  const window = Object.assign(new EventEmitter(), {
    webContents: contents,
    hide: vi.fn(),
    isFullScreen: () => false,
    isDestroyed: () => isDestroyed,
    destroy: () => {
      isDestroyed = true;
    },
    close() {
      if (!isPrevented(window, 'close')) isDestroyed = true;
    },
  });
  return window;
}

/** A session that remembers who asks for permissions of it. */
export function makeSession() {
  return {
    setPermissionRequestHandler: vi.fn<Session['setPermissionRequestHandler']>(),
    setPermissionCheckHandler: vi.fn<Session['setPermissionCheckHandler']>(),
    setDevicePermissionHandler: vi.fn<Session['setDevicePermissionHandler']>(),
  };
}
