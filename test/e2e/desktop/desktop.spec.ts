import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { webPreferences } from '#main/desktop/web-preferences.ts';
import { findElectronObstacle } from '#test/support/can-start-electron.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';
import { buildWhereStale } from '../../../scripts/build.ts';
import { findElectronBinary } from '../../../scripts/electron-runtime.ts';

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));
const obstacle = findElectronObstacle();
const folder = makeTemporaryFolder();

if (obstacle) console.warn(`The stories of the desktop app are skipped. ${obstacle}`);
test.skip(obstacle !== null, `${obstacle}`);
test.describe.configure({ mode: 'serial' });

let app: ElectronApplication;
let page: Page;

async function start(): Promise<void> {
  app = await _electron.launch({
    executablePath: findElectronBinary() ?? '',
    args: [projectFolder, '--data', folder.path],
  });
  page = await app.firstWindow();
}

async function openSupportAgent(): Promise<void> {
  await page.getByRole('link', { name: /support-agent/ }).click();
  await expect(page.getByRole('region', { name: 'Prompt text' })).toBeVisible();
}

async function typeAtTheEnd(text: string): Promise<void> {
  await page.getByRole('region', { name: 'Prompt text' }).click();
  await page.keyboard.press(process.platform === 'darwin' ? 'Meta+ArrowDown' : 'Control+End');
  await page.keyboard.type(text);
}

test.beforeAll(() => buildWhereStale());
test.beforeEach(start);
test.afterEach(async () => {
  await app.close();
});
test.afterAll(() => folder.remove());

test('the window gives its page nothing of Node', async () => {
  const actual = await app.evaluate(({ webContents }) => {
    // Electron offers what a window really got, without a type for it.
    const [contents] = webContents.getAllWebContents() as unknown as [
      { getLastWebPreferences(): Record<string, unknown> },
    ];
    return contents.getLastWebPreferences();
  });
  const { spellcheck: _, ...expected } = webPreferences;
  expect(actual).toMatchObject(expected);
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
  expect(await page.evaluate(() => location.origin)).toBe('app://promptforge');
});

test('the page cannot make code of text, nor leave', async () => {
  const outcome = await page.evaluate(() => {
    try {
      return String(new Function('return 1')());
    } catch (error) {
      return error instanceof EvalError ? 'refused' : String(error);
    }
  });
  expect(outcome).toBe('refused');
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  expect(await page.evaluate(() => location.origin)).toBe('app://promptforge');
  expect(await page.evaluate(() => window.open('app://promptforge/') === null)).toBe(true);
});

test('an edit becomes a version', async () => {
  await openSupportAgent();
  await typeAtTheEnd(' Written in the desktop app.');
  await page.keyboard.press('ControlOrMeta+S');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save version' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('a draft outlives a window that is closed right after the last key', async () => {
  await openSupportAgent();
  await typeAtTheEnd(' Not saved yet.');
  await app.close();
  await start();
  await openSupportAgent();
  await expect(page.getByRole('region', { name: 'Prompt text' })).toContainText('Not saved yet.');
});

test('a second start shows the window of the first', async () => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect(
    _electron.launch({
      executablePath: findElectronBinary() ?? '',
      args: [projectFolder, '--data', folder.path],
    }),
  ).rejects.toThrow();
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
});
