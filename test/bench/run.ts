import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BenchSize, fullSize, shortSize } from './bench-size.ts';
import { measureComparing } from './measure-comparing.ts';
import { measureDiff } from './measure-diff.ts';
import { measureLargeStore } from './measure-large-store.ts';
import { measureLibrary } from './measure-library.ts';
import { measureMemory } from './measure-memory.ts';
import { measurePromotion } from './measure-promotion.ts';
import { measureResolve } from './measure-resolve.ts';
import { measureSaves } from './measure-saves.ts';
import { measureActivity, measureHistory, measureTestInputs } from './measure-screens.ts';
import { measureStart } from './measure-start.ts';
import { measureTyping } from './measure-typing.ts';
import type { Row } from './row.ts';

const measures: Readonly<Record<string, (size: BenchSize) => Promise<Row[]>>> = {
  resolve: measureResolve,
  'large-store': measureLargeStore,
  saves: measureSaves,
  promotion: measurePromotion,
  diff: measureDiff,
  comparing: measureComparing,
  memory: measureMemory,
  library: measureLibrary,
  'test-inputs': measureTestInputs,
  history: measureHistory,
  activity: measureActivity,
  start: measureStart,
  typing: measureTyping,
};

const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});
const size = values.short ? shortSize : fullSize;
const chosen = values.only ?? Object.keys(measures);
const rows: Row[] = [];
for (const name of chosen) {
  const measure = measures[name];
  if (!measure) throw new Error(`There is no “${name}”; there are ${Object.keys(measures).join(', ')}.`);
  console.error(`Measuring ${name} …`);
  rows.push(...(await measure(size)));
}

const lines = rows.map(
  ({ what, goal, measured, isMet }) => `| ${what} | ${goal} | ${measured} | ${isMet ? 'met' : 'missed'} |`,
);
process.stdout.write(`\n${['| what | goal | measured | |', '|---|---|---|---|', ...lines].join('\n')}\n`);

const folder = fileURLToPath(new URL('../../bench/', import.meta.url));
const [processor] = cpus();
const machine = { processor: processor?.model ?? '', cores: cpus().length, node: process.version };
mkdirSync(folder, { recursive: true });
writeFileSync(
  `${folder}results.json`,
  `${JSON.stringify({ at: new Date().toISOString(), size: values.short ? 'short' : 'full', machine, rows }, null, 2)}\n`,
);
