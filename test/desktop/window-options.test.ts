import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeWindow, windowBackgrounds } from '#main/desktop/window-options.ts';

const look = {
  bounds: { x: 0, y: 0, width: 1000, height: 700 },
  isDark: false,
  isDevelopment: false,
  preload: '/app/out/preload/preload.cjs',
  icon: '/app/icon.png',
};

describe('the window', () => {
  test('gives its page nothing of Node', () => {
    expect(describeWindow(look).webPreferences).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
      preload: look.preload,
      devTools: false,
    });
  });

  test('has developer tools in development alone', () => {
    expect(describeWindow({ ...look, isDevelopment: true }).webPreferences?.devTools).toBe(true);
  });

  test('waits for its page before it is shown', () => {
    expect(describeWindow(look).show).toBe(false);
  });

  test('has the colour of the page from the start', () => {
    expect(describeWindow(look).backgroundColor).toBe(windowBackgrounds.light);
    expect(describeWindow({ ...look, isDark: true }).backgroundColor).toBe(windowBackgrounds.dark);
    const tokens = readFileSync(new URL('../../renderer/theme/tokens.css', import.meta.url), 'utf8');
    const canvases = [...tokens.matchAll(/--canvas: (#\w+);/g)].map((match) => match[1]);
    expect(canvases).toEqual([windowBackgrounds.light, windowBackgrounds.dark]);
  });
});
