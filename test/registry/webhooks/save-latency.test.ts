import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestRegistry, type TestRegistry } from '../../support/start-test-registry.ts';
import { startReceiver, type WebhookReceiver } from '../../support/webhook-receiver.ts';

const pairs = 9;
const savesPerSlice = 40;

let registry: TestRegistry;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startReceiver(() => {});
  registry = await startTestRegistry({ webhooks: { allowPrivate: true } });
});
afterAll(async () => {
  await registry.remove();
  await receiver.close();
});

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

it('saves as fast while a receiver hangs as without one', async () => {
  const { admin } = registry;
  const params = { name: 'timed' };
  await admin.call('createPrompt', { body: { ...params, content: 'v1' } });
  const body = { url: receiver.url, types: ['version.created' as const] };
  const { id } = await admin.call('createWebhook', { body });
  let baseVersion = 1;
  const timeSaves = async (active: boolean) => {
    await admin.call('updateWebhook', { params: { id }, body: { active } });
    const times: number[] = [];
    for (let count = 0; count < savesPerSlice; count += 1) {
      const since = performance.now();
      await admin.call('saveVersion', { params, body: { content: `v${baseVersion + 1}`, baseVersion } });
      times.push(performance.now() - since);
      baseVersion += 1;
    }
    return median(times);
  };
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const isFirst = pair % 2 === 0;
    const first = await timeSaves(isFirst);
    const second = await timeSaves(!isFirst);
    ratios.push(isFirst ? first / second : second / first);
  }
  expect(receiver.arrivals.length).toBeGreaterThan(0);
  // A save that waited for the receiver would take thousands of times as long.
  expect(median(ratios)).toBeLessThan(3);
});
