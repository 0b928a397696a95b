import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventType } from '#core/contract/shapes.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';
import { startReceiver, verifyArrival, type WebhookReceiver } from '../support/webhook-receiver.ts';

let registry: TestRegistry;
/** Gives receivers two seconds to answer, and one retry. */
let impatient: TestRegistry;
let receiver: WebhookReceiver;
let number = 0;

beforeAll(async () => {
  registry = await startTestRegistry({
    webhooks: { allowPrivate: true, retryDelays: [150, 150, 150] },
  });
  impatient = await startTestRegistry({
    webhooks: { allowPrivate: true, timeout: 2_000, retryDelays: [150] },
  });
});
afterAll(async () => {
  await impatient.remove();
  await registry.remove();
});
beforeEach(async () => {
  receiver = await startReceiver();
  return () => receiver.close();
});

const hook = (types: EventType[] = ['prompt.created'], url = receiver.url, { admin } = registry) =>
  admin.call('createWebhook', { body: { url, types } });

const createPrompt = async ({ admin } = registry) => {
  number += 1;
  const name = `p-${number}`;
  await admin.call('createPrompt', { body: { name, content: 'the words themselves' } });
  return name;
};

const listDeliveries = async (id: string, { admin } = registry) =>
  (await admin.call('listDeliveries', { params: { id }, query: {} })).items;

/** Waits until there are so many deliveries of a webhook, none of which waits any more. */
async function settled(id: string, count: number, of = registry) {
  const done = async () => (await listDeliveries(id, of)).map(({ status }) => status !== 'waiting');
  await expect.poll(done, { interval: 20 }).toEqual(Array(count).fill(true));
  return listDeliveries(id, of);
}

describe('a delivery', () => {
  it('is verified by the reference library and says what happened, without the text', async () => {
    const { id, secret } = await hook();
    const name = await createPrompt();
    const [arrival] = await receiver.hasReceived(1);
    if (!arrival) throw new Error('Nothing arrived.');
    const { type, timestamp, data } = verifyArrival(secret, arrival);
    const event = (await readAllEvents(registry.admin)).find(({ prompt }) => prompt === name);
    if (!event) throw new Error('There is no event.');
    const { hash: _, previousHash: __, ...told } = event;
    expect({ type, timestamp, data }).toEqual({ type: 'prompt.created', timestamp: event.at, data: told });
    expect(arrival.headers).toMatchObject({ 'webhook-id': event.id, 'content-type': 'application/json' });
    expect(arrival.path).toBe('/hook');
    expect(arrival.body).not.toContain('the words themselves');
    expect(await settled(id, 1)).toMatchObject([
      {
        event: { seq: event.seq, id: event.id, type },
        status: 'delivered',
        attempts: 1,
        responseStatus: 204,
        failure: null,
        nextAttemptAt: null,
      },
    ]);
    const forged = { ...arrival, body: arrival.body.replace(name, 'p-other') };
    expect(() => verifyArrival(secret, forged)).toThrow('No matching signature found');
  });

  it('is made of the types that were asked for, from the moment of asking on', async () => {
    await createPrompt();
    const { id } = await hook(['version.created', 'prompt.updated']);
    const name = await createPrompt();
    await registry.admin.call('saveVersion', { params: { name }, body: { content: 'y', baseVersion: 1 } });
    await registry.admin.call('updateDetails', { params: { name }, body: { title: 'New' } });
    const deliveries = await settled(id, 2);
    expect(deliveries.map(({ event }) => event.type)).toEqual(['prompt.updated', 'version.created']);
  });

  it('is repeated with the same webhook-id and body until the receiver takes it', async () => {
    receiver.answer = (response, _, count) => response.writeHead(count < 3 ? 500 : 200).end();
    const { id, secret } = await hook();
    await createPrompt();
    const arrivals = await receiver.hasReceived(3);
    expect(await settled(id, 1)).toMatchObject([{ status: 'delivered', attempts: 3, responseStatus: 200 }]);
    expect(new Set(arrivals.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(arrivals.map(({ body }) => body)).size).toBe(1);
    for (const arrival of arrivals) expect(verifyArrival(secret, arrival).type).toBe('prompt.created');
  });

  it('has failed after the last retry, says why, and is sent again when that is asked for', async () => {
    receiver.answer = 503;
    const { id } = await hook();
    await createPrompt();
    const [failed] = await settled(id, 1);
    expect(failed).toMatchObject({
      status: 'failed',
      attempts: 4,
      responseStatus: 503,
      failure: 'The receiver was not available.',
      nextAttemptAt: null,
    });
    expect(receiver.arrivals.length).toBe(4);

    receiver.answer = 200;
    const params = { id, deliveryId: failed?.id ?? '' };
    const again = await registry.admin.call('redeliver', { params });
    expect(again).toMatchObject({ status: 'waiting', attempts: 0 });
    const arrivals = await receiver.hasReceived(5);
    expect(new Set(arrivals.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await settled(id, 1)).toMatchObject([{ id: failed?.id, status: 'delivered', attempts: 1 }]);
  });

  it('is sent again even where it is being sent, and a hanging attempt does not count any more', async () => {
    receiver.answer = (response, _, count) => {
      if (count > 1) response.writeHead(200).end();
    };
    const { id } = await hook(['prompt.created'], receiver.url, impatient);
    await createPrompt(impatient);
    await receiver.hasReceived(1);
    const [delivery] = await listDeliveries(id, impatient);
    await impatient.admin.call('redeliver', { params: { id, deliveryId: delivery?.id ?? '' } });
    await receiver.hasReceived(2);
    expect(await settled(id, 1, impatient)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
    await delay(2_300);
    expect(await listDeliveries(id, impatient)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
    await impatient.admin.call('deleteWebhook', { params: { id } });
  });

  it('reports a receiver that is down, or hangs, or cuts the line', async () => {
    const down = await startReceiver();
    await down.close();
    const to = (url: string) => hook(['prompt.created'], url, impatient);
    const { id } = await to(down.url);
    receiver.answer = (response) => response.socket?.destroy();
    const cut = await to(receiver.url);
    const slow = await startReceiver(() => {});
    const hanging = await to(slow.url);
    await createPrompt(impatient);
    const outcomeOf = (webhook: string) => settled(webhook, 1, impatient);
    const [refused] = await outcomeOf(id);
    expect(refused).toMatchObject({ status: 'failed', responseStatus: null, attempts: 2 });
    expect(refused?.failure).toBe('Nobody answers at this address.');
    expect(await outcomeOf(cut.id)).toMatchObject([{ failure: 'The connection to the receiver broke off.' }]);
    expect(await outcomeOf(hanging.id)).toMatchObject([
      { status: 'failed', responseStatus: null, failure: 'The receiver did not answer within 2 s.' },
    ]);
    for (const webhook of [id, cut.id, hanging.id])
      await impatient.admin.call('deleteWebhook', { params: { id: webhook } });
    await slow.close();
  });

  it('waits as long as the receiver asks for, within bounds', async () => {
    receiver.answer = (response, _, count) =>
      count === 1 ? response.writeHead(429, { 'retry-after': '3600' }).end() : response.writeHead(200).end();
    const { id } = await hook();
    await createPrompt();
    await receiver.hasReceived(2);
    const [first, second] = receiver.arrivals;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(90);
    await settled(id, 1);
  });

  it('is left alone while another process has it, until that one’s lease ends', async () => {
    const shared = await startTestRegistry({ webhooks: { allowPrivate: true, retryDelays: [60_000] } });
    receiver.answer = 500;
    const { id } = await hook(['prompt.created'], receiver.url, shared);
    await createPrompt(shared);
    await expect.poll(() => listDeliveries(id, shared)).toMatchObject([{ attempts: 1 }]);
    receiver.answer = 200;
    const leaseEnd = Date.now() + 1_000;
    const [now, until] = [Date.now(), leaseEnd].map((time) => new Date(time).toISOString());
    await shared.runSql(
      `UPDATE deliveries SET "leasedBy" = 'other', "leasedUntil" = '${until}', "nextAttemptAt" = '${now}'`,
    );
    // Something else to deliver, so that it looks at what is due.
    await createPrompt(shared);
    await settled(id, 2, shared);
    const idOf = (place: number) => receiver.arrivals[place]?.headers['webhook-id'];
    expect(receiver.arrivals).toHaveLength(3);
    expect([idOf(2), idOf(1) === idOf(0)]).toEqual([idOf(0), false]);
    expect(receiver.arrivals[2]?.at).toBeGreaterThanOrEqual(leaseEnd);
    await shared.remove();
  });

  it('survives a restart while it waits for its next attempt', async () => {
    receiver.answer = 500;
    const { id } = await hook();
    await createPrompt();
    await receiver.hasReceived(1);
    receiver.answer = 200;
    await registry.restart();
    const arrivals = await receiver.hasReceived(2);
    expect(new Set(arrivals.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    await settled(id, 1);
  });

  it('takes little of a long answer', async () => {
    let sent = 0;
    receiver.answer = (response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(64 * 1024);
      const pour = () => {
        if (response.destroyed || sent > 200 * chunk.length) return;
        sent += chunk.length;
        response.write(chunk, pour);
      };
      pour();
    };
    const { id } = await hook();
    await createPrompt();
    expect(await settled(id, 1)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
    expect(sent).toBeLessThan(100 * 64 * 1024);
  });
});

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
