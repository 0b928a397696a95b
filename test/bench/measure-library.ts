import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { buildWhereStale } from '../../scripts/build.ts';
import { findChromium } from '../../scripts/chromium.ts';
import { startWebApp } from '../support/start-web-app.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { addPrompts, filledName } from './fill-store.ts';
import { atMost, type Row } from './row.ts';
import { percentile } from './statistics.ts';

const prompts = 10_000;
const openings = 5;
/** Found in a title, in a text alone, and nowhere. */
const searches = ['prompt-77', 'quote the order', 'zebra'];
const scrollingFor = 3_000;

/** The list of a library of 10,000 prompts in a browser: opening it, searching while typing, scrolling. */
export async function measureLibrary(): Promise<Row[]> {
  buildWhereStale();
  const folder = makeTemporaryFolder();
  const first = await startWebApp(folder.path);
  await first.stop();
  await addPrompts(join(folder.path, 'sandbox'), prompts, 1);
  const app = await startWebApp(folder.path);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(noteFirstRow);
    await page.goto(app.link);
    await page
      .getByText(/10,0\d\d prompts/)
      .first()
      .waitFor();
    const opened = await measureOpening(page);
    const typed = await measureTyping(page);
    const frames = await measureScrolling(page);
    const what = `library of ${prompts.toLocaleString('en')} prompts`;
    return [
      atMost(`${what}, list on the screen after load`, 300, percentile(opened, 50), 'ms', {
        longest: Math.max(...opened),
      }),
      atMost(`${what}, key to list, p95`, 50, percentile(typed, 95), 'ms', { median: percentile(typed, 50) }),
      atMost(
        `${what}, frames over 25 ms while scrolling, beyond those at rest`,
        0,
        frames.dropped,
        'frames',
        frames,
      ),
    ];
  } finally {
    await browser.close();
    await app.stop();
    folder.remove();
  }
}

/** In the page: when the first prompt of the list was drawn, in milliseconds after the navigation began. */
function noteFirstRow(): void {
  const look = () => {
    if (!document.querySelector('[data-row]')) return void requestAnimationFrame(look);
    Object.assign(globalThis, { firstRowAt: performance.now() });
  };
  requestAnimationFrame(look);
}

async function measureOpening(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let opening = 0; opening < openings; opening += 1) {
    await page.reload();
    const at = await page.waitForFunction(() => Reflect.get(globalThis, 'firstRowAt') as number | undefined);
    times.push((await at.jsonValue()) ?? Number.POSITIVE_INFINITY);
    await page
      .getByText(/10,0\d\d prompts/)
      .first()
      .waitFor();
  }
  return times;
}

/** From each key to the frame in which the list has followed it. */
async function measureTyping(page: Page): Promise<number[]> {
  const times: number[] = [];
  const field = page.getByLabel('Search prompts');
  for (const search of searches) {
    await field.fill('');
    for (const key of search) {
      const followed = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const list = document.querySelector('nav[aria-label="Prompt list"]');
            addEventListener(
              'keydown',
              () => {
                const from = performance.now();
                const observer = new MutationObserver(() => {
                  observer.disconnect();
                  requestAnimationFrame(() => resolve(performance.now() - from));
                });
                if (list) observer.observe(list, { subtree: true, childList: true, characterData: true });
                setTimeout(() => resolve(Number.NaN), 1_000);
              },
              { capture: true, once: true },
            );
          }),
      );
      await field.press(key === ' ' ? 'Space' : key);
      const time = await followed;
      // A key that changes nothing in the list, a space for example, has no time.
      if (!Number.isNaN(time)) times.push(time);
    }
  }
  await field.fill('');
  return times;
}

async function measureScrolling(page: Page) {
  await page
    .getByRole('link', { name: filledName(1), exact: false })
    .first()
    .waitFor();
  const countLongFrames = (isScrolling: boolean) =>
    page.evaluate(
      ([duration, moves]) =>
        new Promise<number>((resolve) => {
          const scroller = document.querySelector('ul[aria-label="Prompt list"]')?.parentElement;
          const end = performance.now() + duration;
          let last = performance.now();
          let long = 0;
          const frame = (now: number) => {
            if (now - last > 25) long += 1;
            last = now;
            if (moves && scroller) scroller.scrollTop += 240;
            if (now < end) requestAnimationFrame(frame);
            else resolve(long);
          };
          requestAnimationFrame(frame);
        }),
      [scrollingFor, isScrolling] as const,
    );
  const atRest = await countLongFrames(false);
  const scrolling = await countLongFrames(true);
  return { atRest, scrolling, dropped: Math.max(0, scrolling - atRest) };
}
