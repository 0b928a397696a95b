import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
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
const appender = fileURLToPath(new URL('./append-and-flush.ts', import.meta.url));

/** How long a flush takes on the slower disk, in milliseconds: what a disk across a network takes. */
const slowFlush = 4;
/** Runs a program in such a way that each of its flushes takes so much longer; nothing else is slowed down. */
const onSlowDisk = [
  ...['strace', '-D', '-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync'],
  ...['-e', `inject=fsync,fdatasync:delay_exit=${slowFlush * 1_000}`],
];

/**
 * Durable saves over HTTP, against appending the same text to a file of the same disk with a flush each time: on
 * this machine's disk, and with flushes as slow as those of a disk across a network.
 */
export async function measureSaves(size: BenchSize): Promise<Row[]> {
  const rows = await measureOn([], '', size);
  if (spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status !== 0) return rows;
  return [...rows, ...(await measureOn(onSlowDisk, `, a flush ${slowFlush} ms slower`, size))];
}

async function measureOn(
  disk: readonly string[],
  where: string,
  { saves: { seconds, rounds } }: BenchSize,
): Promise<Row[]> {
  const folder = makeTemporaryFolder();
  const registry = await startBenchRegistry(folder.path, disk);
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
    const appends = await appendFor(join(folder.path, 'appended'), seconds, disk);
    const single = await saveFor(1);
    const many = await saveFor(writers);
    slices.push({ appends, single, many });
  }
  await registry.end();
  folder.remove();
  const appends = median(slices.map((slice) => slice.appends));
  const single = median(slices.map((slice) => slice.single));
  const many = median(slices.map((slice) => slice.many));
  return [
    atLeast(
      `durable save, one writer${where}`,
      0.75,
      median(slices.map((slice) => slice.single / slice.appends)),
      '× append + fdatasync',
      { savesPerSecond: single, appendsPerSecond: appends },
    ),
    atLeast(
      `durable save, ${writers} writers${where}`,
      6,
      median(slices.map((slice) => slice.many / slice.single)),
      '× one writer',
      { savesPerSecond: many },
    ),
  ];
}

/** Appends and flushes for some seconds, in a process of its own. Answers how often in a second. */
async function appendFor(file: string, seconds: number, disk: readonly string[]): Promise<number> {
  const [command = '', ...args] = [...disk, process.execPath, appender, file, String(seconds)];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(text);
  const [output] = await Promise.all([readAll(child.stdout), once(child, 'exit')]);
  return Number(output) / seconds;
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
