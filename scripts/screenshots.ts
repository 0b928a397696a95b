import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { startModelServer } from '../test/support/model-server.ts';
import { startRegistryBehindProxy } from '../test/support/start-registry-behind-proxy.ts';
import { startWebApp } from '../test/support/start-web-app.ts';
import { makeTemporaryFolder } from '../test/support/temporary-folder.ts';
import { buildWhereStale, projectFolder } from './build.ts';
import { findChromium } from './chromium.ts';
import { companyScreens } from './company-screens.ts';
import { ownScreens } from './own-screens.ts';
import type { Stage } from './screen.ts';
import { teamScreens } from './team-screens.ts';

/**
 * Writes the pictures of the README, and every screen in both themes and two sizes into `out/screenshots`. What is
 * named on the command line, `light-1280x800` for example, is taken alone.
 */

/** Each begins where the one before ended. */
const screens = [...ownScreens, ...teamScreens, ...companyScreens];
const inReadme = ['edit', 'compare'];
const colorSchemes = ['light', 'dark'] as const;
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

async function takeAll(page: Page, stage: Stage, set: string): Promise<void> {
  const outFolder = join(projectFolder, 'out', 'screenshots', set);
  mkdirSync(outFolder, { recursive: true });
  for (const { name, open, showsNotices = false } of screens) {
    try {
      await open(page, stage);
    } catch (cause) {
      await page.screenshot({ path: join(outFolder, `${name}.png`) });
      throw new Error(`The screen “${name}” could not be opened: ${set}`, { cause });
    }
    // Lets the fonts, the comparison and the last movement come to rest.
    await page.waitForTimeout(900);
    if (!showsNotices) await dismissNotices(page);
    const paths = [join(outFolder, `${name}.png`)];
    if (set === 'light-1280x800' && inReadme.includes(name)) {
      paths.push(join(projectFolder, 'docs', 'pictures', `${name}.png`));
    }
    for (const path of paths) await page.screenshot({ path });
  }
}

async function dismissNotices(page: Page): Promise<void> {
  const closeButtons = page.locator('.mantine-Notification-closeButton');
  if ((await closeButtons.count()) === 0) return;
  // An open dialog keeps the pointer from them.
  await closeButtons.evaluateAll((buttons) => {
    for (const button of buttons) (button as HTMLElement).click();
  });
  await page.waitForTimeout(300);
}

async function takeSet(browser: Browser, colorScheme: 'light' | 'dark', size: (typeof sizes)[number]) {
  const set = `${colorScheme}-${size.width}x${size.height}`;
  if (process.argv.length > 2 && !process.argv.includes(set)) return;
  const folder = makeTemporaryFolder();
  const team = await startRegistryBehindProxy();
  const model = await startModelServer();
  const app = await startWebApp(folder.path);
  const page = await browser.newPage({ colorScheme, viewport: size, locale: 'en-GB' });
  try {
    await page.goto(app.link);
    await page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link').first().waitFor();
    await takeAll(page, { dataFolder: folder.path, team, model }, set);
    console.log(`out/screenshots/${set}`);
  } finally {
    await page.close();
    await app.stop();
    await model.close();
    await team.remove();
    folder.remove();
  }
}

buildWhereStale();
mkdirSync(join(projectFolder, 'docs', 'pictures'), { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  for (const colorScheme of colorSchemes) {
    for (const size of sizes) await takeSet(browser, colorScheme, size);
  }
} finally {
  await browser.close();
}
