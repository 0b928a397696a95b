import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRandom } from '../support/random.ts';
import { expectNothingLost, saveUnderLoad } from '../support/save-under-load.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testSize } from '../support/test-size.ts';
import { type FaultRegistry, startFaultRegistry } from './start-fault-registry.ts';

const { seeds, saves, longestLife } = testSize({
  short: { seeds: [1], saves: 100, longestLife: 1_200 },
  full: { seeds: Array.from({ length: 12 }, (_, index) => index + 1), saves: 1_000, longestLife: 1_500 },
});
/** What recovering may add to an ordinary start, in milliseconds; with what a busy machine may add in every run. */
const recovery = testSize({ short: 15_000, full: 1_000 });

let folder: ReturnType<typeof makeTemporaryFolder>;
beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => folder.remove());

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function start(): Promise<{ registry: FaultRegistry; took: number }> {
  const since = performance.now();
  const registry = await startFaultRegistry(folder.path);
  return { registry, took: performance.now() - since };
}

it.each(seeds)(
  `keeps every acknowledged version where it is killed at random during ${saves} saves, seed %i`,
  async (seed) => {
    const random = createRandom(seed);
    let { registry } = await start();
    let saved = 0;
    const restarts: number[] = [];
    const ordinaryStarts: number[] = [];
    for (let life = 1; saved < saves; life += 1) {
      const names = Array.from({ length: 6 }, (_, index) => `life-${life}-writer-${index}`);
      const load = await saveUnderLoad([registry.admin], names);
      await delay(20 + random() * longestLife);
      const ended = registry.end('SIGKILL');
      await Promise.all([load.stop(), ended]);
      expect([...load.refused.keys()].filter((code) => code !== 'gone')).toEqual([]);
      saved += load.acknowledged.size;

      const restarted = await start();
      restarts.push(restarted.took);
      await expectNothingLost(restarted.registry.admin, load);
      expect(await restarted.registry.end('SIGTERM')).toBe(0);
      const ordinary = await start();
      ordinaryStarts.push(ordinary.took);
      registry = ordinary.registry;
    }
    // The middle ones: now and then a start waits for a machine that is busy with something else.
    expect(median(restarts)).toBeLessThan(median(ordinaryStarts) + recovery);
    expect(await registry.end('SIGTERM')).toBe(0);
  },
  testSize({ short: 120_000, full: 900_000 }),
);
