import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { findChromium } from '../../scripts/chromium.ts';
import { startWebApp } from '../support/start-web-app.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

export interface AppInBrowser {
  readonly page: Page;
  /** A call to the registry in the administrator's name. */
  request(method: string, path: string, body: unknown): Promise<void>;
  /** Creates a prompt as a colleague would, over HTTP. */
  createPrompt(name: string, content: string): Promise<void>;
  /** Saves the version after the first one. */
  saveSecondVersion(name: string, content: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The web shell with the sample prompts, in a Chromium of its own.
 *
 * @param fill adds to the sandbox's store before anybody has it open
 */
export async function openAppInBrowser(
  fill?: (sandboxFolder: string) => Promise<void>,
): Promise<AppInBrowser> {
  const folder = makeTemporaryFolder();
  if (fill) {
    const first = await startWebApp(folder.path);
    await first.stop();
    await fill(join(folder.path, 'sandbox'));
  }
  const app = await startWebApp(folder.path);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  await page.goto(app.link);
  await page.getByRole('navigation', { name: 'Prompt list' }).getByRole('link').first().waitFor();
  const request = async (method: string, path: string, body: unknown) => {
    const read = (...parts: string[]) => JSON.parse(readFileSync(join(folder.path, ...parts), 'utf8'));
    const { address } = read('sandbox', 'access.json') as { address: string };
    const secrets = read('secrets.json') as Record<string, string>;
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secrets['sandbox-admin-key']}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) throw new Error(`It was not saved: ${await response.text()}`);
  };
  const variables = [{ name: 'name', type: 'text', required: true }];
  return {
    page,
    request,
    createPrompt: (name, content) => request('POST', '/prompts', { name, title: name, content, variables }),
    saveSecondVersion: (name, content) =>
      request('POST', `/prompts/${encodeURIComponent(name)}/versions`, {
        content,
        variables,
        baseVersion: 1,
      }),
    async close() {
      await browser.close();
      await app.stop();
      folder.remove();
    },
  };
}

/** Opens a prompt's text, and waits until it can be typed into. */
export async function openPrompt(page: Page, name: string): Promise<void> {
  await page.evaluate(
    (address) => {
      location.hash = address;
    },
    `#/prompts/${encodeURIComponent(name)}/edit`,
  );
  await page.getByRole('heading', { level: 1, name: new RegExp(name.replaceAll('-', '.'), 'i') }).waitFor();
  await page.getByRole('region', { name: 'Prompt text' }).getByRole('textbox').focus();
}
