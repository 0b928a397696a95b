import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetEnded } from '#main/registry/webhooks/deliveries-repository.ts';
import { startTestRegistry, type TestRegistry } from '../../support/start-test-registry.ts';
import { startReceiver, type WebhookReceiver } from '../../support/webhook-receiver.ts';

let registry: TestRegistry;
let receiver: WebhookReceiver;
let shift = 0;
beforeEach(async () => {
  shift = 0;
  receiver = await startReceiver();
  registry = await startTestRegistry({
    clock: () => new Date(Date.now() + shift),
    webhooks: { allowPrivate: true, retryDelays: [1_000] },
  });
});
afterEach(async () => {
  await registry.remove();
  await receiver.close();
});

const tenYears = 10 * 365 * 86_400_000;
const hook = () =>
  registry.admin.call('createWebhook', { body: { url: receiver.url, types: ['prompt.created'] } });
const createPrompt = (name: string) => registry.admin.call('createPrompt', { body: { name, content: 'x' } });
const list = async (id: string) =>
  (await registry.admin.call('listDeliveries', { params: { id }, query: {} })).items;

it('goes on delivering when the clock that was ten years ahead is put back', async () => {
  const { id } = await hook();
  receiver.answer = (response, _, count) => {
    if (count === 1) shift = tenYears;
    response.writeHead(count === 1 ? 500 : 200).end();
  };
  await createPrompt('a');
  await expect.poll(() => list(id)).toMatchObject([{ attempts: 1, status: 'waiting' }]);
  shift = 0;
  await expect.poll(() => list(id)).toMatchObject([{ status: 'delivered', attempts: 2 }]);
});

it('goes on delivering when the clock is put back by an hour', async () => {
  const { id } = await hook();
  await createPrompt('a');
  await receiver.hasReceived(1);
  shift = -3_600_000;
  await createPrompt('b');
  await receiver.hasReceived(2);
  await expect
    .poll(async () => (await list(id)).map(({ status }) => status))
    .toEqual(['delivered', 'delivered']);
});

it('keeps the secret in the database alone, and forgets it with the webhook', async () => {
  const { id, secret } = await hook();
  await createPrompt('a');
  await receiver.hasReceived(1);
  const stored = async () => JSON.stringify(await registry.runSql('SELECT * FROM webhooks'));
  expect(await stored()).toContain(secret);
  expect(JSON.stringify(await registry.runSql('SELECT * FROM events'))).not.toContain('whsec_');
  expect(JSON.stringify(registry.log)).not.toContain('whsec_');
  await registry.admin.call('deleteWebhook', { params: { id } });
  expect(await stored()).not.toContain('whsec_');
  expect(await registry.runSql('SELECT * FROM deliveries')).toEqual([]);
});

it('forgets deliveries that have ended before a time, a few at a time, and none that waits', async () => {
  const { id } = await hook();
  for (const name of ['a', 'b', 'c']) await createPrompt(name);
  await expect
    .poll(async () => (await list(id)).map(({ status }) => status))
    .toEqual(Array(3).fill('delivered'));
  receiver.answer = () => {};
  await createPrompt('d');
  await receiver.hasReceived(4);
  const { write } = registry.running().services.database;
  const forget = (before: string) => write(({ queries }) => forgetEnded(queries, before, 2));
  expect(await forget('2020-01-01T00:00:00.000Z')).toBe(0);
  const later = new Date(Date.now() + 1_000).toISOString();
  expect([await forget(later), await forget(later), await forget(later)]).toEqual([2, 1, 0]);
  expect(await list(id)).toMatchObject([{ status: 'waiting' }]);
});
