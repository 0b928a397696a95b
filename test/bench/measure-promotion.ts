import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import type { BenchSize } from './bench-size.ts';
import { startBenchRegistry, waiveReviews } from './processes.ts';
import { atMost, type Row } from './row.ts';
import { percentile } from './statistics.ts';

/** How long after it was asked to the registry answers with the version that a promotion brings. */
export async function measurePromotion({ promotions }: BenchSize): Promise<Row[]> {
  const folder = makeTemporaryFolder();
  const { admin, end } = await startBenchRegistry(folder.path);
  const name = 'promoted';
  const params = { name };
  await admin.call('createPrompt', { body: { name, content: 'one' } });
  await admin.call('saveVersion', { params, body: { content: 'two', baseVersion: 1 } });
  await waiveReviews(admin);
  const times: number[] = [];
  let expectedStable: number | null = null;
  for (let index = 0; index < promotions; index += 1) {
    const version = 1 + (index % 2);
    const { id } = await admin.call('requestPromotion', { params, body: { version, expectedStable } });
    const start = performance.now();
    const applying = admin.call('applyPromotion', { params: { id } });
    for (let served = 0; served !== version; ) {
      const response = await admin.send('POST', `/prompts/${name}`, { body: {} });
      served = ((await response.json()) as { version?: number }).version ?? 0;
    }
    times.push(performance.now() - start);
    await applying;
    expectedStable = version;
  }
  await end();
  folder.remove();
  return [
    atMost('promotion to first new answer, SQLite, p99', 200, percentile(times, 99), 'ms', {
      median: percentile(times, 50),
    }),
  ];
}
