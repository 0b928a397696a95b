import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { startWebApp, type WebApp } from '#test/support/start-web-app.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

interface Fixtures {
  /** An empty data folder of the test's own. */
  dataFolder: string;
  /** The app, started with that folder and open in `page`. */
  app: WebApp;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  dataFolder: async ({}, use) => {
    const folder = makeTemporaryFolder();
    await use(folder.path);
    folder.remove();
  },
  app: async ({ dataFolder, page }, use) => {
    const expectNoFaults = watchForFaults(page);
    const app = await startWebApp(dataFolder);
    await page.goto(app.link);
    await use(app);
    if (app.process.exitCode === null && app.process.signalCode === null) await app.stop();
    expectNoFaults();
  },
});

/** Takes note of what goes wrong in a page. Returns a check that nothing has. */
export function watchForFaults(page: Page): () => void {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  // A refused script or style is a console error; so is a fault in a component. Only the trace of a test wants to
  // run something in a frame in which nothing runs.
  const expected = /WebSocket|ERR_CONNECTION_REFUSED|execution in 'about:srcdoc'/;
  return () => expect(faults.filter((fault) => !expected.test(fault))).toEqual([]);
}

export { expect };

/** What an engineer would write: a plain `fetch` with a bearer key. */
export async function fetchPrompt(dataFolder: string, name: string, body: object): Promise<ResolvedText> {
  const { address, key } = await findSandbox(dataFolder);
  const response = await fetch(`${address}/api/v1/prompts/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as ResolvedText;
}

interface ResolvedText {
  version: number;
  content: string;
}

async function findSandbox(dataFolder: string): Promise<{ address: string; key: string }> {
  const file = join(dataFolder, 'sandbox', 'access.json');
  await expect.poll(() => existsSync(file)).toBe(true);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** What a colleague with every role does over HTTP, while the app is open. */
export async function callAsAdmin(
  dataFolder: string,
  method: string,
  path: string,
  body?: object,
  /** A colleague's own key, for one with fewer roles. */
  key?: string,
): Promise<Response> {
  const { address } = await findSandbox(dataFolder);
  const secrets = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8')) as Record<
    string,
    string
  >;
  return fetch(`${address}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key ?? secrets['sandbox-admin-key']}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Finds what keeps people with disabilities from using the screen (WCAG 2.2 A and AA). */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page);
  const builder = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const { violations } = await builder.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('; ')}`);
  expect.soft(found, await page.title()).toEqual([]);
}

/** Waits for what is coming or going: halfway through a fade, no colour is what it will be. */
async function settle(page: Page): Promise<void> {
  const countMoving = () =>
    document.getAnimations().filter(({ effect, playState }) => {
      const { endTime } = effect?.getComputedTiming() ?? {};
      return playState === 'running' && endTime !== Number.POSITIVE_INFINITY;
    }).length;
  await expect.poll(() => page.evaluate(countMoving)).toBe(0);
}
