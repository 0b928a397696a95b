import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium or Chrome: one that is installed, else Playwright's download, else Debian's package.
 *
 * @throws an `Error` that says what to do
 */
export function findChromium(): string {
  const found = findInstalled();
  if (found) return found;
  console.log('No Chromium here: trying to install one for the tests …');
  downloadWithPlaywright();
  if (!findInstalled()) installDebianPackage();
  const browser = findInstalled();
  if (browser) return browser;
  throw new Error('The tests need Chromium or Chrome. Install one, or name it in PROMPTFORGE_CHROMIUM.');
}

function findInstalled(): string | null {
  const named = process.env.PROMPTFORGE_CHROMIUM;
  const candidates = [...(named ? [named] : []), ...installed, chromium.executablePath()];
  return candidates.find((path) => existsSync(path)) ?? null;
}

function downloadWithPlaywright(): void {
  const folder = dirname(createRequire(import.meta.url).resolve('playwright/package.json'));
  spawnSync(process.execPath, [join(folder, 'cli.js'), 'install', 'chromium'], {
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    stdio: 'ignore',
    timeout: 300_000,
  });
}

function installDebianPackage(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore', timeout: 300_000 });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env,
    stdio: 'ignore',
    timeout: 600_000,
  });
}
