import type { Page } from 'playwright';
import { openAppInBrowser, openPrompt } from './app-in-browser.ts';
import type { BenchSize } from './bench-size.ts';
import { atMost, type Row } from './row.ts';
import { percentile } from './statistics.ts';
import { type Task, traceTasks } from './trace-tasks.ts';

/** In milliseconds: a frame of a screen that is drawn sixty times a second. */
const frame = 1_000 / 60;

const sentence =
  'Dear {{name}}, we answer in three sentences at most, and never promise what we cannot keep. ';

/**
 * Types into the middle of a long prompt and of an empty one, with marks and preview on. What counts is the work
 * of the screen's thread within each frame, in processor time: a busy machine changes little of it.
 */
export async function measureTyping({ letters }: BenchSize): Promise<Row[]> {
  const app = await openAppInBrowser();
  const frames: Record<string, number[]> = {};
  try {
    const paragraph = `${sentence.repeat(6)}\n\n`;
    await app.createPrompt('typing-long', paragraph.repeat(Math.ceil(200_000 / paragraph.length)));
    await app.createPrompt('typing-short', 'Hello.');
    for (const name of ['typing-short', 'typing-long']) {
      await openPrompt(app.page, name);
      // Whatever follows the opening has come to rest by then.
      await app.page.waitForTimeout(2_500);
      frames[name] = await typeAndTrace(app.page, letters);
    }
  } finally {
    await app.close();
  }
  const long = percentile(frames['typing-long'] ?? [], 99);
  const short = percentile(frames['typing-short'] ?? [], 99);
  return [
    atMost('typing in 200 KB: p99 of a frame’s work', Number(frame.toFixed(1)), long, 'ms', {
      median: percentile(frames['typing-long'] ?? [], 50),
      frames: frames['typing-long']?.length ?? 0,
    }),
    atMost('typing in 200 KB ÷ in an empty text, p99', 1.2, long / short, '×', { short, long }),
  ];
}

async function typeAndTrace(page: Page, letters: number): Promise<number[]> {
  const words = 'and so on, '.repeat(Math.ceil(letters / 11)).slice(0, letters);
  return workPerFrame(await traceTasks(page, () => page.keyboard.type(words, { delay: 60 })));
}

/** The processor time, in milliseconds, of the tasks that began within each frame; idle frames are left out. */
function workPerFrame(tasks: readonly Task[]): number[] {
  const frames = new Map<number, number>();
  for (const { at, work } of tasks) {
    const index = Math.floor(at / frame);
    frames.set(index, (frames.get(index) ?? 0) + work);
  }
  return [...frames.values()].filter((work) => work > 0.5);
}
