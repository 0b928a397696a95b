import { openAppInBrowser, openPrompt } from './app-in-browser.ts';
import type { BenchSize } from './bench-size.ts';
import { atMost, type Row } from './row.ts';
import { median } from './statistics.ts';

interface Start {
  readonly shell: number;
  /** When the program itself had drawn the frame, buttons and all. */
  readonly program: number;
  readonly editor: number;
}

/**
 * Notes, in milliseconds, when the frame with the shell was drawn, when the program took it over, and when the editor
 * took the focus.
 */
function watchStart(): void {
  const moments: { shell?: number; program?: number; editor?: number } = {};
  Object.assign(window, { startMoments: moments });
  const look = () => {
    if (moments.shell === undefined && document.querySelector('aside nav')) {
      moments.shell = performance.now();
      requestAnimationFrame(() => setTimeout(() => Object.assign(moments, { shell: performance.now() })));
    }
    if (moments.program === undefined && document.querySelector('aside [data-command]')) {
      moments.program = performance.now();
    }
    const box = document.querySelector<HTMLElement>('.monaco-editor [role=textbox]');
    if (moments.editor === undefined && box) {
      box.focus();
      if (document.activeElement === box) moments.editor = performance.now();
    }
    if (moments.shell === undefined || moments.editor === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** From a reload, with the browser's caches warm, to the shell and to an editor that takes what is typed. */
export async function measureStart({ starts }: BenchSize): Promise<Row[]> {
  const app = await openAppInBrowser();
  const measured: Start[] = [];
  try {
    const { page } = app;
    await openPrompt(page, 'support-agent');
    await page.addInitScript(watchStart);
    // Two starts warm the caches: the second one writes the compiled program.
    for (let start = -2; start < starts; start += 1) {
      await page.reload({ waitUntil: 'load' });
      // Asking the page takes its thread away, so it is left alone until it has certainly started.
      await page.waitForTimeout(1_500);
      await page.waitForFunction(() => {
        const { startMoments } = window as unknown as { startMoments?: Partial<Start> };
        return startMoments?.shell !== undefined && startMoments.editor !== undefined;
      });
      await page.keyboard.type('x');
      await page.locator('.view-lines', { hasText: 'x' }).first().waitFor();
      await page.keyboard.press('Backspace');
      const found = await page.evaluate(() => {
        const { startMoments } = window as unknown as { startMoments: Start };
        const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        const began = load?.responseStart ?? 0;
        return {
          shell: startMoments.shell - began,
          program: startMoments.program - began,
          editor: startMoments.editor - (load?.loadEventEnd ?? 0),
        };
      });
      if (start >= 0) measured.push(found);
    }
  } finally {
    await app.close();
  }
  const shell = measured.map((start) => start.shell);
  const editor = measured.map((start) => start.editor);
  return [
    atMost('warm start: shell painted', 100, median(shell), 'ms', {
      best: Math.min(...shell),
      program: median(measured.map((start) => start.program)),
    }),
    atMost('warm start: editor typed into, after load', 250, median(editor), 'ms', {
      best: Math.min(...editor),
    }),
  ];
}
