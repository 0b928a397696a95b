import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCaller } from '../support/registry-caller.ts';
import { pairKey, type RegistryPair, startRegistryPair } from '../support/start-registry-pair.ts';
import { testSize } from '../support/test-size.ts';
import { makeTestStore } from '../support/test-store.ts';
import { startReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

let pair: RegistryPair;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startReceiver();
  const store = await makeTestStore();
  pair = await startRegistryPair({ ...store, args: [...store.args, '--allow-private-webhooks'] });
});
afterAll(async () => {
  await pair.remove();
  await receiver.close();
});

const types = ['prompt.created' as const];
const ids = () => receiver.arrivals.map(({ headers }) => headers['webhook-id'] ?? '');

it('delivers each event once, whichever of two processes it happened in', async () => {
  receiver.answer = (response) => setTimeout(() => response.writeHead(200).end(), 10);
  const { id } = await pair.callers[0].call('createWebhook', { body: { url: receiver.url, types } });
  const total = 120;
  await Promise.all(
    Array.from({ length: 6 }, async (_, writer) => {
      for (let number = writer; number < total; number += 6) {
        const caller = pair.callers[number % 2] ?? pair.callers[0];
        await caller.call('createPrompt', { body: { name: `p-${number}`, content: 'x' } });
      }
    }),
  );
  await receiver.hasReceived(total);
  const query = { status: 'waiting' } as const;
  const waiting = async () => (await pair.callers[1].call('listDeliveries', { params: { id }, query })).items;
  await expect.poll(waiting).toEqual([]);
  expect(ids().length).toBe(total);
  expect(new Set(ids()).size).toBe(total);
  await pair.callers[0].call('deleteWebhook', { params: { id } });
});

it('delivers what killed processes were delivering, from others, when the lease has ended', async () => {
  receiver.answer = () => {};
  const { id } = await pair.callers[1].call('createWebhook', { body: { url: receiver.url, types } });
  const before = receiver.arrivals.length;
  const { prompt } = await pair.callers[1].call('createPrompt', { body: { name: 'orphan', content: 'x' } });
  await receiver.hasReceived(before + 1);
  await Promise.all(pair.processes.map((process) => process.end('SIGKILL')));
  receiver.answer = 200;
  // The full form waits until the lease ends of itself, after half a minute.
  const endLease = async () => {
    const end = new Date(Date.now() + 1_000).toISOString();
    await pair.test.runSql(`UPDATE deliveries SET "leasedUntil" = '${end}' WHERE "leasedBy" IS NOT NULL`);
  };
  await testSize({ short: endLease, full: async () => {} })();
  const next = await startRegistryPair(pair.test);
  pair = next;
  const caller = createCaller(next.processes[0].address, pairKey);
  await receiver.hasReceived(before + 2, 90_000);
  expect(receiver.arrivals.at(-1)?.body).toContain(prompt);
  expect(ids().at(-1)).toBe(ids()[before]);
  const list = async () => (await caller.call('listDeliveries', { params: { id }, query: {} })).items;
  await expect.poll(list).toMatchObject([{ status: 'delivered', attempts: 1 }]);
}, 150_000);
