import type { Page } from 'playwright';
import { type AppInBrowser, openAppInBrowser, openPrompt } from './app-in-browser.ts';
import type { BenchSize } from './bench-size.ts';
import { type DiffInput, lineInputs, proseInputs } from './diff-inputs.ts';
import { atMost, type Row } from './row.ts';
import { median } from './statistics.ts';
import { type Task, traceTasks } from './trace-tasks.ts';

const chosen = [/^1 %/, /^50 %/, /^100 %/, /^shuffled/];
/** So many milliseconds may a comparison take until it is on the screen; the benchmark goes no further then. */
const patience = 60_000;

/**
 * Presses Compare on prompts whose two versions are long, each time in a page that was just loaded, and takes the
 * longest task of the screen's thread until the rows are drawn.
 */
export async function measureComparing({ comparisons }: BenchSize): Promise<Row[]> {
  const app = await openAppInBrowser();
  app.page.setDefaultTimeout(patience);
  try {
    return [
      await measureInputs(app, '200 KB of prose', proseInputs(), comparisons),
      await measureInputs(app, '10,000 lines', lineInputs(), comparisons),
    ];
  } finally {
    await app.close();
  }
}

async function measureInputs(
  app: AppInBrowser,
  what: string,
  inputs: readonly DiffInput[],
  comparisons: number,
): Promise<Row> {
  const figures: Record<string, number> = {};
  const works: number[] = [];
  for (const [index, { name, from, to }] of inputs.filter(isChosen).entries()) {
    const prompt = `compare-${what.replaceAll(/\W+/g, '-').toLowerCase()}-${index}`;
    await app.createPrompt(prompt, from);
    await app.saveSecondVersion(prompt, to);
    const longest: Task[] = [];
    for (let round = 0; round < comparisons; round += 1) longest.push(await compare(app.page, prompt));
    const work = median(longest.map((task) => task.work));
    works.push(work);
    figures[name] = work;
    figures[`${name}, on the clock`] = median(longest.map((task) => task.took));
  }
  return atMost(
    `comparing ${what}, longest task of the screen’s thread, slowest of four inputs`,
    50,
    Math.max(...works),
    'ms',
    figures,
  );
}

/** The longest task from the press until a fifth of a second after the first rows are in the page. */
async function compare(page: Page, prompt: string): Promise<Task> {
  await page.reload();
  await openPrompt(page, prompt);
  // Whatever follows the opening has come to rest by then.
  await page.waitForTimeout(2_500);
  const tasks = await traceTasks(page, async () => {
    await page.locator('[role=tab]', { hasText: 'Compare' }).click();
    await page.locator('section[aria-label=Differences] [data-place]').first().waitFor();
    await page.waitForTimeout(200);
  });
  return tasks.reduce((longest, task) => (task.work > longest.work ? task : longest));
}

function isChosen({ name }: DiffInput): boolean {
  return chosen.some((pattern) => pattern.test(name));
}
