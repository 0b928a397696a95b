import { describe, expect, test } from 'vitest';
import { decideNavigation, isPermissionGranted, isWebLink } from '#main/desktop/navigation-decision.ts';
import { isOwnAddress, startAddress } from '#main/desktop/own-address.ts';

const lookalikes = [
  'app://evil/',
  'app://promptforge.evil/',
  'app://promptforge@evil/',
  'app://user@promptforge/',
  'app://promptforge:81/',
  'https://promptforge/',
  'http://promptforge/',
  'file:///etc/passwd',
  'about:blank',
  'app:promptforge',
  '',
];

describe('the own origin', () => {
  test('is the start address and what is below it', () => {
    for (const address of [startAddress, 'app://promptforge/assets/index.js?x#y']) {
      expect(isOwnAddress(address)).toBe(true);
    }
  });

  test.each(lookalikes)('is not %j', (address) => {
    expect(isOwnAddress(address)).toBe(false);
    expect(decideNavigation(address)).not.toBe('stay');
  });
});

describe('navigation', () => {
  test('stays on the own origin', () => {
    expect(decideNavigation('app://promptforge/index.html')).toBe('stay');
  });

  test('opens https links outside', () => {
    expect(decideNavigation('https://example.com/page?q=1')).toBe('open-outside');
  });

  test.each([
    'http://example.com/',
    'https://name:password@example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'vscode://file/etc',
    'smb://server/share',
    'ms-msdt:/id',
    'blob:app://promptforge/1',
    'not an address',
  ])('denies %j', (address) => {
    expect(decideNavigation(address)).toBe('deny');
  });
});

describe('a link that the app opens itself', () => {
  test.each(['https://example.com/', 'http://127.0.0.1:7411/docs'])('may be %j', (address) => {
    expect(isWebLink(address)).toBe(true);
  });

  test.each(['file:///etc/passwd', 'mailto:a@b.c', 'https://name@example.com/', 'https:', 'calculator:'])(
    'may not be %j',
    (address) => {
      expect(isWebLink(address)).toBe(false);
    },
  );
});

describe('permissions', () => {
  test('let the own page write to the clipboard', () => {
    expect(isPermissionGranted('clipboard-sanitized-write', startAddress)).toBe(true);
  });

  test('let nobody else', () => {
    expect(isPermissionGranted('clipboard-sanitized-write', 'https://example.com/')).toBe(false);
  });

  test.each([
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'fileSystem',
    'hid',
    'unknown',
  ])('never grant %s', (permission) => {
    expect(isPermissionGranted(permission, startAddress)).toBe(false);
  });
});
