import { buildWhereStale } from './build.ts';
import { findChromium } from './chromium.ts';
import { runTool } from './run-tool.ts';

interface Step {
  readonly name: string;
  readonly run: () => boolean;
}

const steps: readonly Step[] = [
  {
    name: 'Format and lint (Biome)',
    run: () => runTool('@biomejs/biome', 'biome', ['check', '--error-on-warnings']),
  },
  ...['core', 'main', 'preload', 'renderer', 'test'].map((room) => ({
    name: `Types of ${room}`,
    run: () => runTool('typescript', 'tsc', ['-p', room]),
  })),
  {
    name: 'Import rules (dependency-cruiser)',
    run: () =>
      runTool('dependency-cruiser', 'depcruise', [
        ...['--config', '.dependency-cruiser.mjs'],
        ...['core', 'main', 'preload', 'renderer'],
      ]),
  },
  { name: 'Unused files, exports and packages (knip)', run: () => runTool('knip', 'knip', []) },
  {
    name: 'Build',
    run: () => {
      buildWhereStale();
      return true;
    },
  },
  { name: 'Unit and contract tests (Vitest)', run: () => runTool('vitest', 'vitest', ['run']) },
  {
    name: 'End-to-end tests (Playwright)',
    run: () =>
      runTool('@playwright/test', 'playwright', ['test', '--config', 'test/e2e/playwright.config.ts'], {
        PROMPTFORGE_CHROMIUM: findChromium(),
      }),
  },
];

const outcomes: string[] = [];
let isGreen = true;
for (const { name, run } of steps) {
  console.log(`\n▸ ${name}`);
  const startedAt = performance.now();
  let passed = false;
  try {
    passed = run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  isGreen &&= passed;
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6);
  outcomes.push(`${passed ? 'passed' : 'FAILED'} ${seconds} s  ${name}`);
}
console.log(`\n${outcomes.join('\n')}`);
process.exitCode = isGreen ? 0 : 1;
