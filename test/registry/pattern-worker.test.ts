import { afterEach, expect, it } from 'vitest';
import { createPatternWorker, type PatternWorker } from '#main/registry/evaluations/pattern-worker.ts';

const workers: PatternWorker[] = [];
const start = () => {
  const worker = createPatternWorker();
  workers.push(worker);
  return worker;
};
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.close())));

/** Takes a computer years. */
const endless = ['^(a+)+$', `${'a'.repeat(60)}!`] as const;

it('finds what is there', async () => {
  const { match } = start();
  expect(await match('b+', 'abbbc')).toBe('found');
  expect(await match('^b', 'abbbc')).toBe('not-found');
  expect(await match('x', 'y'.repeat(1_000_000))).toBe('not-found');
});

it('gives up on what takes too long, keeps everybody else going, and goes on', async () => {
  const { match } = start();
  await match('a', 'a');
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 10);
  const begun = performance.now();
  expect(await match(...endless)).toBe('too-slow');
  clearInterval(timer);
  expect(performance.now() - begun).toBeLessThan(30_000);
  expect(turns).toBeGreaterThan(3);
  expect(await match('b', 'abc')).toBe('found');
});

it('has a limit for all of them together', async () => {
  const { match } = start();
  const begun = performance.now();
  for (let count = 0; count < 12; count += 1) expect(await match(...endless)).toBe('too-slow');
  expect(performance.now() - begun).toBeLessThan(45_000);
  expect(await match('a', 'a')).toBe('too-slow');
});
