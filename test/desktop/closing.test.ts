import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { App } from '#main/app.ts';
import { createCallsUnderWay } from '#main/desktop/calls-under-way.ts';
import { attachOrderlyClose } from '#main/desktop/orderly-close.ts';
import { setupQuitting } from '#main/desktop/quitting.ts';
import type { MainWindow } from '#main/desktop/window.ts';
import { attachRecovery } from '#main/desktop/window-recovery.ts';
import * as electron from './support/electron-stand-in.ts';

vi.mock('electron', () => import('./support/electron-stand-in.ts'));
// The pauses of Node's promises do not follow the tests' clock by themselves.
vi.mock('node:timers/promises', () => ({
  setTimeout: (milliseconds: number, value?: unknown, options?: { readonly signal?: AbortSignal }) =>
    new Promise((resolve, reject) => {
      setTimeout(resolve, milliseconds, value);
      options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
    }),
}));

const log = { info: () => undefined, error: () => undefined };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
  electron.app.removeAllListeners();
});

describe('a window that is closed', () => {
  test('disappears at once, and lives until the last draft is written', async () => {
    const window = electron.makeWindow();
    const calls = createCallsUnderWay();
    const isAboutToClose = attachOrderlyClose(window as unknown as BrowserWindow, calls);
    const writing = Promise.withResolvers<void>();
    void calls.track(writing.promise);
    expect(isAboutToClose()).toBe(false);

    window.close();
    expect(window.hide).toHaveBeenCalledTimes(1);
    expect(isAboutToClose()).toBe(true);
    window.close();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(window.isDestroyed()).toBe(false);
    writing.resolve();
    await vi.advanceTimersByTimeAsync(400);
    expect(window.isDestroyed()).toBe(true);
  });

  test('is gone after two seconds, whatever is still under way', async () => {
    const window = electron.makeWindow();
    const calls = createCallsUnderWay();
    attachOrderlyClose(window as unknown as BrowserWindow, calls);
    void calls.track(new Promise(() => undefined));
    window.close();
    await vi.advanceTimersByTimeAsync(1_900);
    expect(window.isDestroyed()).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(window.isDestroyed()).toBe(true);
  });

  test('is not held back by its page', () => {
    const window = electron.makeWindow();
    attachOrderlyClose(window as unknown as BrowserWindow, createCallsUnderWay());
    expect(electron.isPrevented(window.webContents, 'will-prevent-unload')).toBe(true);
  });
});

describe('an app that quits', () => {
  const makeApp = (close: App['close']): App => ({
    handle: async () => ({ ok: true, value: undefined }),
    subscribe: () => () => undefined,
    close,
  });
  const window = { show: vi.fn(), isAboutToClose: () => false } as unknown as MainWindow;

  test('closes the app first, and then ends', async () => {
    const closing = Promise.withResolvers<void>();
    const close = vi.fn(() => closing.promise);
    setupQuitting(makeApp(close), window, log);
    expect(electron.isPrevented(electron.app, 'will-quit')).toBe(true);
    expect(electron.isPrevented(electron.app, 'will-quit')).toBe(true);
    expect(close).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(electron.app.quit).not.toHaveBeenCalled();

    closing.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(electron.app.quit).toHaveBeenCalledTimes(1);
    expect(electron.isPrevented(electron.app, 'will-quit')).toBe(false);
  });

  test('does not wait for ever', async () => {
    setupQuitting(
      makeApp(() => new Promise(() => undefined)),
      window,
      log,
    );
    electron.isPrevented(electron.app, 'will-quit');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(electron.app.quit).toHaveBeenCalledTimes(1);
  });

  test('comes back where it is started again meanwhile, and else shows its window', () => {
    setupQuitting(
      makeApp(() => new Promise(() => undefined)),
      window,
      log,
    );
    electron.app.emit('second-instance');
    expect(window.show).toHaveBeenCalledTimes(1);
    electron.isPrevented(electron.app, 'will-quit');
    electron.app.emit('second-instance');
    expect(electron.app.relaunch).toHaveBeenCalledTimes(1);
  });
});

test('a page whose process dies is loaded again; where it dies twice in a row, the user is told', () => {
  const window = electron.makeWindow();
  attachRecovery(window as unknown as BrowserWindow, log);
  const die = () => window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  die();
  vi.advanceTimersByTime(11_000);
  die();
  expect(window.webContents.reload).toHaveBeenCalledTimes(2);
  expect(electron.dialog.showErrorBox).not.toHaveBeenCalled();
  die();
  expect(electron.dialog.showErrorBox.mock.lastCall?.[1]).toContain('Everything that you typed is kept');
  expect(window.isDestroyed()).toBe(true);
});
