import type { PermissionRequest, Session, WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { App } from '#main/app.ts';
import { createCallsUnderWay } from '#main/desktop/calls-under-way.ts';
import { setupIpcTransport } from '#main/desktop/ipc-transport.ts';
import { setupNavigationGuard } from '#main/desktop/navigation-guard.ts';
import { startAddress } from '#main/desktop/own-address.ts';
import { registerOwnScheme } from '#main/desktop/protocol.ts';
import { createRegistryFetch } from '#main/desktop/registry-fetch.ts';
import type { MainWindow } from '#main/desktop/window.ts';
import * as electron from './support/electron-stand-in.ts';

vi.mock('electron', () => import('./support/electron-stand-in.ts'));

afterEach(() => {
  vi.clearAllMocks();
  electron.app.removeAllListeners();
});

describe('every page', () => {
  let session: ReturnType<typeof electron.makeSession>;
  let contents: ReturnType<typeof electron.makeContents>;
  beforeEach(() => {
    session = electron.makeSession();
    contents = electron.makeContents();
    setupNavigationGuard(session as unknown as Session);
    electron.app.emit('web-contents-created', {}, contents);
  });

  test('stays where it is, in every frame', () => {
    const goTo = (url: string, isMainFrame = true) =>
      electron.isPrevented(contents, 'will-frame-navigate', { url, isMainFrame });
    expect(goTo(`${startAddress}index.html`)).toBe(false);
    for (const url of ['file:///etc/passwd', 'http://example.com/', 'app://evil/', 'javascript:alert(1)']) {
      expect(goTo(url), url).toBe(true);
    }
    expect(electron.shell.openExternal).not.toHaveBeenCalled();
    expect(goTo('https://example.com/')).toBe(true);
    expect(electron.shell.openExternal.mock.calls).toEqual([['https://example.com/']]);
    // A frame inside does not open the user's browser.
    expect(goTo('https://example.com/', false)).toBe(true);
    expect(electron.shell.openExternal).toHaveBeenCalledTimes(1);
  });

  test('is not led elsewhere by a redirect', () => {
    expect(electron.isPrevented(contents, 'will-redirect', { url: 'https://example.com/' })).toBe(true);
    expect(electron.isPrevented(contents, 'will-redirect', { url: startAddress })).toBe(false);
  });

  test('opens no window and holds no other page', () => {
    const open = contents.setWindowOpenHandler.mock.lastCall?.[0];
    const ask = (url: string) => open?.({ url } as Parameters<NonNullable<typeof open>>[0]);
    expect(ask(startAddress)).toEqual({ action: 'deny' });
    expect(ask('file:///etc/passwd')).toEqual({ action: 'deny' });
    expect(electron.shell.openExternal).not.toHaveBeenCalled();
    expect(electron.isPrevented(contents, 'will-attach-webview')).toBe(true);
  });

  test('may put text on the clipboard, and nothing else', () => {
    const answerRequest = session.setPermissionRequestHandler.mock.lastCall?.[0];
    const request = (permission: string, requestingUrl: string) => {
      const answer = vi.fn();
      const details = { requestingUrl } as PermissionRequest;
      answerRequest?.({} as WebContents, permission as 'media', answer, details);
      return answer.mock.lastCall?.[0];
    };
    expect(request('clipboard-sanitized-write', startAddress)).toBe(true);
    expect(request('clipboard-sanitized-write', 'https://example.com/')).toBe(false);
    expect(request('media', startAddress)).toBe(false);
    expect(request('geolocation', startAddress)).toBe(false);
  });

  test('permissions are checked by the same rule, and no device is given', () => {
    const check = session.setPermissionCheckHandler.mock.lastCall?.[0];
    const details = {} as Parameters<NonNullable<typeof check>>[3];
    expect(check?.(null, 'clipboard-sanitized-write', startAddress, details)).toBe(true);
    expect(check?.(null, 'notifications', startAddress, details)).toBe(false);
    const device = session.setDevicePermissionHandler.mock.lastCall?.[0];
    expect(device?.({} as Parameters<NonNullable<typeof device>>[0])).toBe(false);
  });
});

test('a call is taken from the own page alone', async () => {
  const handle = vi.fn<App['handle']>(async () => ({ ok: true, value: 1 }));
  const contents = { id: 7, mainFrame: { frameToken: 'main' } };
  const window = { contents: () => contents, send: () => undefined } as unknown as MainWindow;
  const app: App = { handle, subscribe: () => () => undefined, close: async () => undefined };
  setupIpcTransport(app, window, createCallsUnderWay());

  const mainFrame = { url: startAddress, parent: null, frameToken: 'main' };
  const own = { sender: contents, senderFrame: mainFrame };
  const call = (event: object, method: unknown = 'prompts.list') =>
    electron.receiveIpc('bridge:invoke', event, method, {});
  expect(await call(own)).toEqual({ ok: true, value: 1 });

  const foreign = { ...mainFrame, url: 'https://example.com/' };
  for (const senderFrame of [null, foreign, { ...mainFrame, parent: mainFrame }]) {
    await expect(call({ ...own, senderFrame })).rejects.toThrow('does not come from the window');
  }
  await expect(call({ ...own, sender: { id: 8 } })).rejects.toThrow('does not come from the window');
  await expect(call(own, ['prompts.list'])).rejects.toThrow('does not come from the window');
  expect(handle).toHaveBeenCalledTimes(1);
});

test('the own scheme is as good as https and no better', () => {
  registerOwnScheme();
  const [[schemes] = []] = electron.protocol.registerSchemesAsPrivileged.mock.calls;
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  expect(schemes).toEqual([{ scheme: 'app', privileges }]);
});

test('calls to registries take no cookie along and leave nothing behind', async () => {
  const fetch = vi.fn<Session['fetch']>(async () => new Response('{}'));
  const call = createRegistryFetch({ fetch });
  await call(new URL('https://prompts.example.com/api'), { method: 'POST', credentials: 'include' });
  expect(fetch).toHaveBeenCalledWith('https://prompts.example.com/api', {
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
  });
});
