import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { startWebApp } from '../test/support/start-web-app.ts';
import { makeTemporaryFolder } from '../test/support/temporary-folder.ts';
import { buildWhereStale, projectFolder } from './build.ts';
import { findChromium } from './chromium.ts';
import { editingScreens, type Screen } from './editing-screens.ts';
import { teamScreens } from './team-screens.ts';

/** Writes the pictures of the README, and every screen in both themes and two sizes into `out/screenshots`. */

const openTab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click();
const openView = (name: string) => (page: Page) => page.getByRole('link', { name, exact: true }).click();
const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();
const closeDialog = (page: Page) => page.keyboard.press('Escape');

/** The screens in the order in which a person meets them; each begins where the one before ended. */
const screens: readonly Screen[] = [
  { name: 'prompts', open: async () => undefined },
  { name: 'edit', open: openSupportAgent },
  ...editingScreens,
  { name: 'save-version', open: press('Save version') },
  {
    name: 'use-in-code',
    open: async (page) => {
      await closeDialog(page);
      await press('Use in code')(page);
    },
  },
  {
    name: 'compare',
    open: async (page) => {
      await closeDialog(page);
      await openTab('Compare')(page);
    },
  },
  {
    name: 'compare-inline',
    open: (page) => page.getByRole('radio', { name: 'Inline' }).click(),
  },
  {
    name: 'earlier-drafts',
    open: async (page) => {
      await openTab('Edit')(page);
      await openEarlierDrafts(page);
    },
  },
  {
    name: 'history',
    open: async (page) => {
      await closeDialog(page);
      await openTab('History')(page);
    },
  },
  { name: 'promotion', open: openTab('Promotion') },
  { name: 'promote', open: press('Promote to stable') },
  {
    name: 'roll-back',
    open: async (page) => {
      await closeDialog(page);
      await press('Roll back')(page);
    },
  },
  {
    name: 'reviews',
    open: async (page) => {
      await closeDialog(page);
      await openView('Reviews')(page);
    },
  },
  { name: 'activity', open: openView('Activity') },
  { name: 'verify', open: press('Verify the log') },
  {
    name: 'what-was-active',
    open: async (page) => {
      await closeDialog(page);
      await press('What was active on')(page);
      await page.getByRole('combobox', { name: 'Prompt' }).fill('Support agent');
      await page.getByRole('option', { name: 'Support agent' }).click();
      await page.getByLabel('Date and time').fill(await readLocalTime(page));
    },
  },
  {
    name: 'audit-record',
    open: async (page) => {
      await press('Save or print the record')(page);
      await press('Make the record')(page);
      await page.locator('iframe').waitFor();
    },
  },
  {
    name: 'settings',
    open: async (page) => {
      await closeDialog(page);
      await openView('Settings')(page);
    },
  },
  { name: 'settings-editor', open: openView('Editor') },
  { name: 'settings-machine', open: openView('This machine') },
  { name: 'settings-offline', open: openView('Offline') },
  { name: 'settings-members', open: openView('Members and keys') },
  { name: 'add-member', open: press('Add member') },
  {
    name: 'settings-policy',
    open: async (page) => {
      await closeDialog(page);
      await openView('Policy')(page);
    },
  },
  { name: 'settings-webhooks', open: openView('Webhooks') },
  { name: 'add-webhook', open: press('Add webhook') },
  {
    name: 'new-prompt',
    open: async (page) => {
      await closeDialog(page);
      await press('New prompt')(page);
    },
  },
  {
    name: 'palette',
    open: async (page) => {
      await closeDialog(page);
      await page.keyboard.press('Control+Shift+P');
    },
  },
  ...teamScreens,
];

const inReadme = ['edit', 'compare'];

/** Now, as a field for date and time takes it. */
function readLocalTime(page: Page): Promise<string> {
  return page.evaluate(() => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  });
}

async function openSupportAgent(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Prompt list' })
    .getByRole('link', { name: /Support agent/ })
    .click();
  const variables = page.getByRole('region', { name: 'Variables' });
  await variables.getByLabel('locale').selectOption('de');
  await variables.getByLabel('tier').selectOption('pro');
  await page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox').focus();
  await page.keyboard.press('Control+Home');
  for (let line = 0; line < 2; line += 1) await page.keyboard.press('ArrowDown');
  // The first End goes to the end of the line on the screen, the second to the end of the paragraph.
  for (let press = 0; press < 2; press += 1) await page.keyboard.press('End');
  await page.keyboard.type(' Be brief.');
}

/** So much goes at once here that what was there before is kept. */
async function openEarlierDrafts(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox').focus();
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Delete');
  await page.getByRole('contentinfo').getByText('Draft saved').waitFor();
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Earlier drafts');
  await page.keyboard.press('Enter');
}

async function takeAll(browser: Browser, colorScheme: 'light' | 'dark', width: number, height: number) {
  const folder = makeTemporaryFolder();
  const app = await startWebApp(folder.path);
  const page = await browser.newPage({ colorScheme, viewport: { width, height }, locale: 'en-GB' });
  await page.goto(app.link);
  await page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link').first().waitFor();
  const outFolder = join(projectFolder, 'out', 'screenshots', `${colorScheme}-${width}x${height}`);
  mkdirSync(outFolder, { recursive: true });
  for (const { name, open } of screens) {
    await open(page, folder.path);
    // Lets the fonts, the comparison and the last movement come to rest.
    await page.waitForTimeout(900);
    const paths = [join(outFolder, `${name}.png`)];
    if (colorScheme === 'light' && width === 1280 && inReadme.includes(name)) {
      paths.push(join(projectFolder, 'docs', 'pictures', `${name}.png`));
    }
    for (const path of paths) await page.screenshot({ path });
  }
  await page.close();
  await app.stop();
  folder.remove();
}

buildWhereStale();
mkdirSync(join(projectFolder, 'docs', 'pictures'), { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
});
for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await takeAll(browser, colorScheme, width, height);
    console.log(`out/screenshots/${colorScheme}-${width}x${height}`);
  }
}
await browser.close();
