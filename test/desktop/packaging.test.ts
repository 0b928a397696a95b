import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Configuration, Packager } from 'electron-builder';
import { beforeAll, describe, expect, test } from 'vitest';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));
let config: Configuration;

beforeAll(async () => {
  const packager = new Packager({ projectDir });
  await packager.validateConfig();
  config = packager.config;
});

describe('an installed app', () => {
  test('has the fuses set that close what it does not need', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config.asar).toBe(true);
    expect(config.mac?.hardenedRuntime).toBe(true);
  });

  test('carries the build and nothing else', () => {
    const filter = [
      'out/**',
      '!out/.*',
      'main/desktop/resources/window-icon.png',
      'package.json',
      '!node_modules',
    ];
    expect(config.files).toEqual([{ filter }]);
    expect(config.npmRebuild).toBe(false);
  });

  test('is made for Linux, macOS and Windows', () => {
    expect(config.linux?.target).toEqual(['AppImage', 'deb']);
    expect(config.mac?.target).toBe('dmg');
    expect(config.win?.target).toBe('nsis');
  });

  test('finds every file that its configuration names', () => {
    const resources = 'main/desktop/resources';
    for (const file of ['icon.png', 'icon.svg', 'window-icon.png', 'entitlements.mac.plist']) {
      expect(existsSync(join(projectDir, resources, file)), file).toBe(true);
    }
  });

  test('starts with the entry of the desktop shell', () => {
    const { main } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8'));
    expect(main).toBe('out/main/entry.js');
  });
});
