import { startPostgresServer } from '../support/postgres-server.ts';
import type { RegistryCaller } from '../support/registry-caller.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { createDatabase } from '../support/test-store.ts';
import type { BenchSize } from './bench-size.ts';
import { startBenchProcess, startBenchRegistry, waiveReviews } from './processes.ts';
import { atMost, type Row } from './row.ts';
import { percentile } from './statistics.ts';

/** How long after it was asked to a registry answers with the version that a promotion brings, in each process. */
export async function measurePromotion({ promotions }: BenchSize): Promise<Row[]> {
  const folder = makeTemporaryFolder();
  const { admin, end } = await startBenchRegistry(folder.path);
  const own = await promoteToAndFro(admin, admin, promotions);
  await end();
  folder.remove();

  const server = await startPostgresServer();
  const { url } = await createDatabase(server.url);
  const one = await startBenchProcess(['--database', url]);
  const other = await startBenchProcess(['--database', url]);
  const theirs = await promoteToAndFro(one.admin, other.admin, promotions);
  for (const registry of [one, other]) await registry.end();
  await server.remove();
  return [
    toRow('promotion to first new answer, SQLite, p99', own),
    toRow('promotion to first new answer of another process, PostgreSQL, p99', theirs),
  ];
}

/** Promotes through one process and asks another until it serves it. Answers the times, in milliseconds. */
async function promoteToAndFro(here: RegistryCaller, there: RegistryCaller, promotions: number) {
  const name = 'promoted';
  const params = { name };
  await here.call('createPrompt', { body: { name, content: 'one' } });
  await here.call('saveVersion', { params, body: { content: 'two', baseVersion: 1 } });
  await waiveReviews(here);
  const times: number[] = [];
  let expectedStable: number | null = null;
  for (let index = 0; index < promotions; index += 1) {
    const version = 1 + (index % 2);
    const { id } = await here.call('requestPromotion', { params, body: { version, expectedStable } });
    const start = performance.now();
    const applying = here.call('applyPromotion', { params: { id } });
    for (let served = 0; served !== version; ) {
      const response = await there.send('POST', `/prompts/${name}`, { body: {} });
      served = ((await response.json()) as { version?: number }).version ?? 0;
    }
    times.push(performance.now() - start);
    await applying;
    expectedStable = version;
  }
  return times;
}

function toRow(what: string, times: readonly number[]): Row {
  return atMost(what, 200, percentile(times, 99), 'ms', { median: percentile(times, 50) });
}
