import type { Page } from 'playwright';
import { buildWhereStale } from '../../scripts/build.ts';
import { type AppInBrowser, openAppInBrowser, openPrompt } from './app-in-browser.ts';
import { countLongFrames } from './count-long-frames.ts';
import { addLongHistory, addLongLog, longHistoryName } from './fill-long-history.ts';
import { atMost, type Row } from './row.ts';
import { median } from './statistics.ts';
import { traceTasks } from './trace-tasks.ts';

const openings = 5;
const versions = 10_000;
const entries = 100_000;
const patience = 60_000;

/** How a screen is opened and worked with; each step comes to rest before the next one. */
interface Screen {
  readonly what: string;
  /** Shows something else, and lets it come to rest. */
  readonly leave: (page: Page) => Promise<void>;
  /** Selectors of what is pressed, and of what is there once the screen can be used. */
  readonly press: string;
  readonly shown: string;
  readonly scroller: string;
  /** Waits until all of it has come. */
  readonly settle: (page: Page) => Promise<unknown>;
  readonly work: Readonly<Record<string, (page: Page) => Promise<unknown>>>;
}

/** Test inputs with 100 inputs: opening them, typing in a cell, running them, scrolling. */
export async function measureTestInputs(): Promise<Row[]> {
  buildWhereStale();
  return withApp(undefined, async (app) => {
    await app.createPrompt('many-inputs', `Dear {{name}}, ${'be brief. '.repeat(200)}\n\nIn {{language}}.`);
    const inputs = Array.from({ length: 100 }, (_, index) => ({
      title: `Customer ${index}`,
      variables: { name: `Ada ${index}`, language: 'German', tier: 'pro', country: 'Norway' },
      checks: [
        { kind: 'contains', value: `Ada ${index}` },
        { kind: 'matches', value: 'In [A-Z]\\w+\\.' },
        { kind: 'max-length', value: 4_000 },
      ],
    }));
    await app.request('PUT', '/prompts/many-inputs/test-inputs', inputs);
    return measureScreen(app.page, {
      what: 'test inputs with 100 inputs',
      leave: (page) => openPrompt(page, 'many-inputs'),
      press: '[role=tab][id$="test-inputs"]',
      shown: 'tr[data-input] textarea',
      scroller: 'section[aria-label="Table of test inputs"]',
      settle: (page) => waitForWords(page, '[role=status]', 'All 100 pass'),
      work: {
        'typing in a cell': async (page) => {
          await page.locator('section[aria-label="Table of test inputs"]').evaluate((table) => {
            table.scrollTop = table.scrollHeight / 2;
          });
          await page.locator('[aria-label="name of Customer 50"]').click();
          await page.keyboard.type('and her sister, who lives in Bergen', { delay: 60 });
        },
        running: async (page) => {
          await page.keyboard.press('Control+s');
          await page.locator('button:disabled', { hasText: 'Save test inputs' }).waitFor();
          await page.locator('[role=radio]', { hasText: 'Results' }).click();
          await page.locator('button', { hasText: 'Run and keep the result' }).click();
          await waitForWords(page, '[role=alert]', 'The result is kept in the registry');
          await page.locator('[role=radio]', { hasText: 'Inputs' }).click();
          await page.locator('tr[data-input] textarea').first().waitFor();
        },
      },
    });
  });
}

/** The history of a prompt with 10,000 versions: opening it, zooming in the picture, scrolling the list. */
export async function measureHistory(): Promise<Row[]> {
  buildWhereStale();
  const fill = async (folder: string) => addLongHistory(folder, versions);
  return withApp(fill, ({ page }) =>
    measureScreen(page, {
      what: `history of ${versions.toLocaleString('en')} versions`,
      leave: (shown) => openPrompt(shown, longHistoryName),
      press: '[role=tab][id$="history"]',
      shown: 'ol[aria-label=Versions] [data-version]',
      scroller: 'div:has(> ol[aria-label=Versions])',
      settle: (shown) => waitForWords(shown, 'caption', '10,000 versions saved'),
      work: {
        zooming: async (shown) => {
          await shown.locator('section[aria-label="Picture of the history"]').hover();
          for (const by of [-120, 120]) {
            for (let turn = 0; turn < 15; turn += 1) {
              await shown.mouse.wheel(0, by);
              await shown.waitForTimeout(40);
            }
            await shown.waitForTimeout(500);
          }
        },
      },
    }),
  );
}

/** The activity of a registry with 100,000 entries: opening it, filtering, scrolling. */
export async function measureActivity(): Promise<Row[]> {
  buildWhereStale();
  const fill = async (folder: string) => addLongLog(folder, entries);
  return withApp(fill, ({ page }) =>
    measureScreen(page, {
      what: `activity of ${entries.toLocaleString('en')} entries`,
      leave: async (shown) => {
        await shown.getByRole('link', { name: 'Prompts', exact: true }).click();
        await shown.waitForTimeout(1_000);
      },
      press: 'a[href="#/activity"]',
      shown: 'ol[aria-label=Events] time',
      scroller: 'section[aria-label="What happened"]',
      settle: (shown) => shown.waitForTimeout(500),
      work: {
        filtering: async (shown) => {
          for (const index of [1, 2, 0]) {
            await shown.locator('search select').nth(1).selectOption({ index });
            await shown.locator('ol[aria-label=Events] time').first().waitFor();
            await shown.waitForTimeout(300);
          }
        },
      },
    }),
  );
}

async function withApp(
  fill: ((folder: string) => Promise<void>) | undefined,
  measure: (app: AppInBrowser) => Promise<Row[]>,
): Promise<Row[]> {
  const app = await openAppInBrowser(fill);
  app.page.setDefaultTimeout(patience);
  try {
    return await measure(app);
  } finally {
    await app.close();
  }
}

async function measureScreen(page: Page, screen: Screen): Promise<Row[]> {
  const { what, work } = screen;
  const times: number[] = [];
  const longest: Record<string, number> = {};
  const trace = async (name: string, act: () => Promise<unknown>) => {
    const tasks = await traceTasks(page, async () => void (await act()));
    longest[name] = Math.max(longest[name] ?? 0, ...tasks.map((task) => task.work));
  };
  for (let opening = 0; opening < openings; opening += 1) {
    await page.reload();
    await screen.leave(page);
    // Whatever follows the loading has come to rest by then.
    await page.waitForTimeout(2_000);
    await trace('opening', async () => {
      times.push(await openScreen(page, screen));
      await screen.settle(page);
    });
  }
  for (const [name, act] of Object.entries(work)) await trace(name, () => act(page));
  const frames = await countLongFrames(page, screen.scroller);
  return [
    atMost(`${what}, on the screen after the press`, 300, median(times), 'ms', {
      longest: Math.max(...times),
    }),
    atMost(
      `${what}, longest task of the screen’s thread: ${Object.keys(longest).join(', ')}`,
      50,
      Math.max(...Object.values(longest)),
      'ms',
      longest,
    ),
    atMost(
      `${what}, frames over 25 ms while scrolling, beyond those at rest`,
      0,
      frames.dropped,
      'frames',
      frames,
    ),
  ];
}

/** Waits for words. Labels and roles are not asked for while a trace runs: finding them is a long task of its own. */
function waitForWords(page: Page, selector: string, words: string): Promise<unknown> {
  return page.waitForFunction(
    ([where, wanted]) =>
      [...document.querySelectorAll(where)].some((found) => found.textContent?.includes(wanted)),
    [selector, words] as const,
  );
}

/** From the press to the frame after which the screen can be used, in milliseconds. */
function openScreen(page: Page, { press, shown }: Screen): Promise<number> {
  return page.evaluate(
    ([button, wanted]) =>
      new Promise<number>((resolve) => {
        const target = document.querySelector<HTMLElement>(button);
        if (!target) throw new Error(`There is no ${button}.`);
        const from = performance.now();
        target.click();
        const look = () => {
          if (document.querySelector(wanted)) requestAnimationFrame(() => resolve(performance.now() - from));
          else requestAnimationFrame(look);
        };
        look();
      }),
    [press, shown] as const,
  );
}
