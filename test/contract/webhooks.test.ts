import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readAllEvents } from '../support/read-all-events.ts';
import {
  createPrompt,
  hook,
  listDeliveries,
  receiver,
  registry,
  settled,
  startRegistryWithReceivers,
} from '../support/registry-with-receiver.ts';
import { startTestRegistry } from '../support/start-test-registry.ts';
import { startReceiver, verifyArrival } from '../support/webhook-receiver.ts';

startRegistryWithReceivers();

describe('a webhook', () => {
  it('is switched off by a receiver that is gone, which the event log tells', async () => {
    receiver.answer = 410;
    const { id } = await hook();
    await createPrompt();
    expect(await settled(id, 1)).toMatchObject([{ status: 'failed', attempts: 1, responseStatus: 410 }]);
    expect(await registry.admin.call('getWebhook', { params: { id } })).toMatchObject({ active: false });
    const event = (await readAllEvents(registry.admin)).at(-1);
    expect(event).toMatchObject({
      type: 'webhook.updated',
      actor: { id: 'registry' },
      data: { webhook: id, active: false, reason: 'The receiver is gone.' },
    });
    await createPrompt();
    await delay(200);
    expect(receiver.arrivals.length).toBe(1);

    receiver.answer = 200;
    await registry.admin.call('updateWebhook', { params: { id }, body: { active: true } });
    const name = await createPrompt();
    await settled(id, 2);
    expect(receiver.arrivals.at(-1)?.body).toContain(name);
  });

  it('gives up what waits when it is switched off', async () => {
    receiver.answer = 500;
    const { id } = await hook();
    await createPrompt();
    await receiver.hasReceived(1);
    await registry.admin.call('updateWebhook', { params: { id }, body: { active: false } });
    const [delivery] = await settled(id, 1);
    expect(delivery?.status).toBe('failed');
    const { length } = receiver.arrivals;
    await delay(300);
    expect(receiver.arrivals.length).toBe(length);
  });

  it('gets what happened under its old types, when they change right after', async () => {
    const { id } = await hook(['prompt.created']);
    const name = await createPrompt();
    await registry.admin.call('updateWebhook', { params: { id }, body: { types: ['version.created'] } });
    await registry.admin.call('saveVersion', { params: { name }, body: { content: 'y', baseVersion: 1 } });
    const types = (await settled(id, 2)).map(({ event }) => event.type);
    expect(types).toEqual(['version.created', 'prompt.created']);
  });

  it('goes on with its secret before for a day after a rotation, and signs with both', async () => {
    const { id, secret } = await hook();
    const rotated = await registry.admin.call('rotateWebhookSecret', { params: { id } });
    expect(rotated.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(rotated.secret).not.toBe(secret);
    const until = Date.parse(rotated.previousSecretUntil ?? '');
    expect(until - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    await createPrompt();
    const [arrival] = await receiver.hasReceived(1);
    if (!arrival) throw new Error('Nothing arrived.');
    expect(arrival.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const each of [secret, rotated.secret])
      expect(verifyArrival(each, arrival).type).toBe('prompt.created');
    expect(() => verifyArrival(`whsec_${'A'.repeat(43)}=`, arrival)).toThrow('No matching signature');
  });

  it('does not hold up another one with its slowness', async () => {
    const slow = await startReceiver(() => {});
    const hanging = await hook(['prompt.created'], slow.url);
    const { id } = await hook();
    for (let count = 0; count < 10; count += 1) await createPrompt();
    await settled(id, 10);
    // All of that while the first four attempts there still hang.
    expect(await listDeliveries(hanging.id)).toMatchObject(Array(10).fill({ attempts: 0 }));
    expect(slow.arrivals.length).toBeLessThanOrEqual(4);
    await registry.admin.call('deleteWebhook', { params: { id: hanging.id } });
    await slow.close();
  });

  it('is told of every event, once, while writers are busy', async () => {
    // With the usual time to answer: on a busy machine, one that is missed would be sent again.
    const patient = await startTestRegistry({ webhooks: { allowPrivate: true } });
    const { admin } = patient;
    const body = { url: receiver.url, types: ['version.created' as const] };
    const { id } = await admin.call('createWebhook', { body });
    const params = { name: 'busy' };
    await admin.call('createPrompt', { body: { ...params, content: 'first' } });
    const total = 150;
    for (let baseVersion = 1; baseVersion <= total; baseVersion += 1) {
      await admin.call('saveVersion', { params, body: { content: `text ${baseVersion}`, baseVersion } });
    }
    const query = { status: 'delivered', limit: 200 } as const;
    const count = async () => (await admin.call('listDeliveries', { params: { id }, query })).items.length;
    await expect.poll(count).toBe(total);
    const versions = receiver.arrivals.map(({ body }) => JSON.parse(body).data.version as number);
    expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: total }, (_, n) => n + 2));
    await patient.remove();
  });
});
