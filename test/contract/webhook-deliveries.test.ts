import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';
import { startReceiver, verifyArrival } from '../support/webhook-receiver.ts';

/** Gives receivers two seconds to answer, and one retry. */
let impatient: TestRegistry;

startRegistryWithReceivers();
beforeAll(async () => {
  impatient = await startTestRegistry({
    webhooks: { allowPrivate: true, timeout: 2_000, retryDelays: [150] },
  });
});
afterAll(() => impatient.remove());

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
