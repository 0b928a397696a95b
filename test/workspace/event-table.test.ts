import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRegistryClient } from '#main/registry-client/registry-client.ts';
import { openEventTable } from '#main/workspace/event-table.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let viewer: { key: string };
beforeAll(async () => {
  registry = await startTestRegistry();
  for (let number = 1; number <= 300; number += 1) {
    const note = `Grüße 🙂 ${number} ${'x'.repeat(1_900)}`;
    await registry.admin.call('createPrompt', { body: { name: `p-${number}`, content: 'x', note } });
  }
  viewer = await registry.join('viewer');
});
afterAll(() => registry.remove());

async function readWhole(key: string, query: object): Promise<{ text: string; parts: number }> {
  const table = openEventTable(createRegistryClient(registry.address, key), query);
  let [text, parts] = ['', 0];
  for (let isEnd = false; !isEnd; ) {
    const part = await table.read();
    text += part.text;
    parts += 1;
    isEnd = part.isEnd;
  }
  await table.close();
  return { text, parts };
}

it('has every entry that fits, in parts that are put together again', async () => {
  const { text, parts } = await readWhole(viewer.key, { type: 'prompt.created' });
  const rows = text.trimEnd().split('\r\n');
  expect(rows).toHaveLength(301);
  expect(parts).toBeGreaterThan(1);
  expect(rows.every((row, index) => index === 0 || row.includes(`Grüße 🙂 ${index} `))).toBe(true);
});

it('can be ended in the middle', async () => {
  const table = openEventTable(createRegistryClient(registry.address, viewer.key), {});
  await table.read();
  await table.close();
  expect((await readWhole(viewer.key, { limit: 1 })).text.trimEnd().split('\r\n')).toHaveLength(2);
});

it('says what the registry says where it is refused', async () => {
  const app = await registry.join('app');
  await expect(readWhole(app.key, {})).rejects.toMatchObject({ code: 'forbidden' });
});
