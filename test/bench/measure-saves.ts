import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { RegistryCaller } from '../support/registry-caller.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import type { BenchSize } from './bench-size.ts';
import { startBenchRegistry } from './processes.ts';
import { atLeast, type Row } from './row.ts';
import { median } from './statistics.ts';

const writers = 64;
const text = 'Say what happens next and by when, and never promise what the policy does not give. '.repeat(
  12,
);

/** Durable saves over HTTP, against appending the same text to a file of the same disk with a flush each time. */
export async function measureSaves({ saves: { seconds, rounds } }: BenchSize): Promise<Row[]> {
  const folder = makeTemporaryFolder();
  const registry = await startBenchRegistry(folder.path);
  const latest = new Map<string, number>();
  for (let writer = 0; writer < writers; writer += 1) {
    const name = `writer-${writer}`;
    await registry.admin.call('createPrompt', { body: { name, content: text } });
    latest.set(name, 1);
  }
  const names = [...latest.keys()];
  const saveFor = (count: number) => saveInTurn(registry.admin, names.slice(0, count), latest, seconds);
  await saveFor(1);
  const slices = [];
  for (let round = 0; round < rounds; round += 1) {
    const disk = appendFor(join(folder.path, 'appended'), seconds);
    const single = await saveFor(1);
    const many = await saveFor(writers);
    slices.push({ disk, single, many });
  }
  await registry.end();
  folder.remove();
  const disk = median(slices.map((slice) => slice.disk));
  const single = median(slices.map((slice) => slice.single));
  const many = median(slices.map((slice) => slice.many));
  return [
    atLeast(
      'durable save, one writer',
      0.75,
      median(slices.map((slice) => slice.single / slice.disk)),
      '× append + fdatasync',
      { savesPerSecond: single, appendsPerSecond: disk },
    ),
    atLeast(
      `durable save, ${writers} writers`,
      6,
      median(slices.map((slice) => slice.many / slice.single)),
      '× one writer',
      { savesPerSecond: many },
    ),
  ];
}

/** Appends and flushes for some seconds. Answers how often in a second. */
function appendFor(file: string, seconds: number): number {
  const descriptor = openSync(file, 'a');
  const end = performance.now() + seconds * 1_000;
  let count = 0;
  while (performance.now() < end) {
    writeSync(descriptor, text);
    fdatasyncSync(descriptor);
    count += 1;
  }
  closeSync(descriptor);
  return count / seconds;
}

/** Every prompt has a writer who saves one version after the other. Answers how many saves a second. */
async function saveInTurn(
  caller: RegistryCaller,
  names: readonly string[],
  latest: Map<string, number>,
  seconds: number,
): Promise<number> {
  const start = performance.now();
  let count = 0;
  const write = async (name: string) => {
    while (performance.now() < start + seconds * 1_000) {
      const baseVersion = latest.get(name) ?? 1;
      const body = { content: `${text}${baseVersion}`, baseVersion };
      const response = await caller.send('POST', `/prompts/${name}/versions`, { body });
      if (response.status !== 201) throw new Error(`A save was answered with ${await response.text()}`);
      await response.arrayBuffer();
      latest.set(name, baseVersion + 1);
      count += 1;
    }
  };
  await Promise.all(names.map(write));
  return count / ((performance.now() - start) / 1_000);
}
