import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import type { BenchSize } from './bench-size.ts';
import { filledName, fillStore } from './fill-store.ts';
import { compare } from './load.ts';
import { resolveRequest } from './measure-resolve.ts';
import { startBenchRegistry } from './processes.ts';
import { atMost, type Row } from './row.ts';

/** Resolving any prompt of a large store, against a store of one prompt with 100 versions. */
export async function measureLargeStore({ largeStore }: BenchSize): Promise<Row[]> {
  const { prompts, versions } = largeStore;
  const [large, small] = [makeTemporaryFolder(), makeTemporaryFolder()];
  await fillStore(large.path, prompts, versions);
  await fillStore(small.path, 1, 100);
  const [largeRegistry, smallRegistry] = [
    await startBenchRegistry(large.path),
    await startBenchRegistry(small.path),
  ];
  const values = { customer: 'Ada', language: 'German' };
  const pickAny = () => resolveRequest(filledName(1 + Math.floor(Math.random() * prompts)), values);
  const pickOne = () => resolveRequest(filledName(1), values);
  for (let prompt = 1; prompt <= prompts; prompt += 1) {
    await largeRegistry.admin.call('resolvePrompt', {
      params: { name: filledName(prompt) },
      body: { missing: 'keep' },
    });
  }
  const { processorTime } = await compare([largeRegistry, pickAny], [smallRegistry, pickOne], largeStore);
  for (const registry of [largeRegistry, smallRegistry]) await registry.end();
  for (const folder of [large, small]) folder.remove();
  const what = `resolve with ${(prompts * versions).toLocaleString('en')} stored versions, processor time`;
  return [
    atMost(what, 1.1, processorTime.ratio, '× with 100', {
      microseconds: processorTime.first,
      smallMicroseconds: processorTime.second,
    }),
  ];
}
