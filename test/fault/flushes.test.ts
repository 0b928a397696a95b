import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testSize } from '../support/test-size.ts';
import { type FaultRegistry, startFaultRegistry } from './start-fault-registry.ts';

const canTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
const saves = testSize({ short: 40, full: 400 });

let folder: ReturnType<typeof makeTemporaryFolder>;
beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => folder.remove());

/** A flush is told in two lines where another thread asks for something while it lasts. */
const endedFlush = / (f(data)?sync\(\d+|<\.\.\. f(data)?sync resumed>)\) += 0/;

/** What the system was asked for, in order: a flush of a file, or an answer to a save. */
function readTrace(file: string): ('flush' | 'answer')[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => {
    if (endedFlush.test(line)) return ['flush' as const];
    return line.includes('HTTP/1.1 201') ? ['answer' as const] : [];
  });
}

/** Runs the registry under strace and saves; answers what the system was asked for meanwhile. */
async function traceSaves(save: (registry: FaultRegistry) => Promise<void>) {
  const file = join(folder.path, 'trace');
  const calls = 'trace=fsync,fdatasync,write,writev,sendto,sendmsg';
  const strace = ['strace', '-D', '-f', '-s', '16', '-e', calls, '-o', file];
  const registry = await startFaultRegistry(join(folder.path, 'store'), strace);
  await registry.admin.call('createPrompt', { body: { name: 'traced', content: 'x' } });
  const before = readTrace(file).length;
  await save(registry);
  await registry.end('SIGTERM');
  return readTrace(file).slice(before);
}

const body = (baseVersion: number) => ({ content: `version ${baseVersion + 1}`, baseVersion });

it.skipIf(!canTrace)(
  canTrace
    ? 'flushes the disk before every acknowledgement, once a save where they come one by one'
    : 'flushes the disk before every acknowledgement: skipped, strace cannot be used here',
  async () => {
    const trace = await traceSaves(async ({ admin }) => {
      for (let base = 1; base <= saves; base += 1)
        await admin.call('saveVersion', { params: { name: 'traced' }, body: body(base) });
    });
    const answers = trace.filter((step) => step === 'answer').length;
    expect(answers).toBe(saves);
    for (const [index, step] of trace.entries()) {
      if (step === 'answer') expect(trace[index - 1], `before answer ${index}`).toBe('flush');
    }
    // Beside one for each commit: a few where the log is written back into the store, and at the end.
    const flushes = trace.length - answers;
    expect(flushes).toBeGreaterThanOrEqual(saves);
    expect(flushes).toBeLessThanOrEqual(saves * 1.2 + 10);
  },
  120_000,
);

it.skipIf(!canTrace)(
  canTrace
    ? 'shares a flush among those who save at the same time, and acknowledges none before it'
    : 'shares a flush among those who save at the same time: skipped, strace cannot be used here',
  async () => {
    const names = Array.from({ length: 32 }, (_, index) => `together-${index}`);
    const trace = await traceSaves(async ({ admin }) => {
      for (const name of names) await admin.call('createPrompt', { body: { name, content: 'x' } });
      for (let base = 1; base <= 4; base += 1) {
        await Promise.all(
          names.map((name) => admin.call('saveVersion', { params: { name }, body: body(base) })),
        );
      }
    });
    const shared = trace.slice(trace.lastIndexOf('answer', -1 - 4 * names.length));
    const answers = trace.filter((step) => step === 'answer').length;
    expect(answers).toBe(5 * names.length);
    expect(trace[0]).toBe('flush');
    expect(shared.filter((step) => step === 'flush').length).toBeLessThan(2 * names.length);
  },
  120_000,
);
