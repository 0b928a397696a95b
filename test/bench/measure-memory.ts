import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { samplePrompts } from '#main/registry/samples/sample-prompts.ts';
import { readResidentMemory } from '../support/process-figures.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import type { BenchSize } from './bench-size.ts';
import { resolveRequest } from './measure-resolve.ts';
import { benchKey, endProcess } from './processes.ts';
import { atMost, type Row } from './row.ts';

/** Below the limit that every key has. */
const overallRate = 1_800;

/** The memory of the sandbox's process, as the app starts it, after many calls of an application. */
export async function measureMemory({ resolvesBeforeMemory: amount }: BenchSize): Promise<Row[]> {
  const bundled = fileURLToPath(new URL('../../out/main/sandbox.js', import.meta.url));
  if (!existsSync(bundled)) throw new Error('The sandbox is not built yet: run “npm run build” first.');
  const folder = makeTemporaryFolder();
  const settings = { dataFolder: folder.path, port: 0 };
  const child = fork(bundled, [], {
    env: { ...process.env, PROMPTFORGE_SANDBOX: JSON.stringify(settings), PROMPTFORGE_ADMIN_KEY: benchKey },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [message] = (await once(child, 'message')) as [{ address: string }];
  const idle = readResidentMemory(child.pid ?? 0);
  const requests = samplePrompts
    .filter(({ stable }) => stable !== null)
    .map(({ name }) => ({ ...resolveRequest(name), body: JSON.stringify({ missing: 'blank' }) }));
  const { non2xx } = await autocannon({
    url: message.address,
    connections: 10,
    overallRate,
    amount,
    requests,
  });
  if (non2xx > 0) throw new Error(`${non2xx} answers were no 200.`);
  const { now, highest } = readResidentMemory(child.pid ?? 0);
  await endProcess(child);
  folder.remove();
  const what = `memory of the sandbox after ${amount.toLocaleString('en')} resolves`;
  return [atMost(what, 90, now, 'MiB', { idle: idle.now, highest })];
}
