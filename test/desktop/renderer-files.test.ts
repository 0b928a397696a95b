import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveRendererFile } from '#main/desktop/serve-renderer-file.ts';
import { findRendererFile } from '#main/renderer-files.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

const temporary = makeTemporaryFolder();
const folder = join(temporary.path, 'renderer');

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'index-B2x_-.js'), '1');
  writeFileSync(join(folder, 'assets', 'inter.woff2'), 'font');
  writeFileSync(join(folder, '.hidden'), 'hidden');
  writeFileSync(join(temporary.path, 'secret.txt'), 'secret');
  mkdirSync(join(temporary.path, 'renderer-of-another'));
  writeFileSync(join(temporary.path, 'renderer-of-another', 'index.html'), 'other');
});
afterAll(() => temporary.remove());

describe('a file of the screen', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/index-B2x_-.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/inter.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ])('%s is served as %s', (path, contentType, cacheControl) => {
    expect(findRendererFile(folder, path)).toMatchObject({ contentType, cacheControl });
  });

  test.each([
    '/missing.js',
    '/assets',
    '/assets/',
    '',
    'index.html',
    '//index.html',
    '/./index.html',
    '/.hidden',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/../renderer-of-another/index.html',
    '/index.html%00.js',
    '/C:/Windows/win.ini',
    '/%c0%ae%c0%ae/secret.txt',
    '/%',
  ])('%j is not found', (path) => {
    expect(findRendererFile(folder, path)).toBeNull();
  });
});

describe('the own scheme', () => {
  const ask = (url: string, method = 'GET') => serveRendererFile(folder, { url, method });

  test('serves the screen with the headers that protect it', async () => {
    const response = await ask('app://promptforge/');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['app://promptforge/missing', 'app://other/', 'app://promptforge/..%2fsecret.txt'])(
    'answers %s with 404 and the same headers',
    async (url) => {
      const response = await ask(url);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  test('takes nothing', async () => {
    expect((await ask('app://promptforge/', 'POST')).status).toBe(405);
  });
});
