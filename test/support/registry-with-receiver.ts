import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { EventType } from '#core/contract/shapes.ts';
import { startTestRegistry, type TestRegistry } from './start-test-registry.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

/** Repeats a delivery three times, soon. */
export let registry: TestRegistry;
export let receiver: WebhookReceiver;
let number = 0;

/** Gives the tests of a file a registry, and each a receiver of its own. */
export function startRegistryWithReceivers(): void {
  beforeAll(async () => {
    registry = await startTestRegistry({
      webhooks: { allowPrivate: true, retryDelays: [150, 150, 150] },
    });
  });
  afterAll(() => registry.remove());
  beforeEach(async () => {
    receiver = await startReceiver();
    return () => receiver.close();
  });
}

/** Makes a webhook that tells the receiver. */
export const hook = (types: EventType[] = ['prompt.created'], url = receiver.url, { admin } = registry) =>
  admin.call('createWebhook', { body: { url, types } });

/** Creates a prompt, which is an event. */
export const createPrompt = async ({ admin } = registry) => {
  number += 1;
  const name = `p-${number}`;
  await admin.call('createPrompt', { body: { name, content: 'the words themselves' } });
  return name;
};

/** The deliveries of a webhook, the newest first. */
export const listDeliveries = async (id: string, { admin } = registry) =>
  (await admin.call('listDeliveries', { params: { id }, query: {} })).items;

/** Waits until there are so many deliveries of a webhook, none of which waits any more. */
export async function settled(id: string, count: number, of = registry) {
  const done = async () => (await listDeliveries(id, of)).map(({ status }) => status !== 'waiting');
  await expect.poll(done, { interval: 20 }).toEqual(Array(count).fill(true));
  return listDeliveries(id, of);
}
