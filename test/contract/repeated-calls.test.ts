import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Endpoint, isRepeatable } from '#core/contract/endpoint.ts';
import { type EndpointName, registryApi } from '#core/contract/registry-api.ts';
import { buildPath } from '../support/registry-caller.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

/** Every call that changes something by POST, sent twice with the same `Idempotency-Key`. */

let registry: TestRegistry;
const repeated = new Set<EndpointName>();
const params = { name: 'repeated' };

beforeAll(async () => {
  registry = await startTestRegistry({ webhooks: { allowPrivate: true } });
});
afterAll(() => registry.remove());

interface Input {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: object;
}

const countEvents = async () => {
  const { items } = await registry.admin.call('listEvents', { query: { order: 'newest', limit: 1 } });
  return items[0]?.seq ?? 0;
};

/** @returns the first answer */
async function repeat(name: EndpointName, input: Input): Promise<{ id: string }> {
  const endpoint: Endpoint = registryApi[name];
  const send = async () => {
    const headers = { 'idempotency-key': `repeat ${name}` };
    const response = await registry.admin.send('POST', buildPath(endpoint, input), {
      body: input.body,
      headers,
    });
    return { status: response.status, body: await response.text() };
  };
  const first = await send();
  expect({ name, ...first }).toMatchObject({ status: endpoint.status });
  const before = await countEvents();
  const second = await send();
  if (endpoint.showsOnce) expect(second).toMatchObject({ status: 409 });
  else expect(second).toEqual(first);
  expect(await countEvents()).toBe(before);
  repeated.add(name);
  return JSON.parse(first.body);
}

it('has one effect, whichever call it is', async () => {
  const { admin } = registry;
  await admin.call('setPolicy', { body: { ...(await admin.call('getPolicy', {})), requiredApprovals: 0 } });
  const policy = await admin.call('getPolicy', {});
  await repeat('previewPolicy', { body: policy });
  await repeat('createPrompt', { body: { ...params, content: 'v1' } });
  await repeat('saveVersion', { params, body: { content: 'v2', baseVersion: 1 } });
  await repeat('previewPromptPolicy', { params, body: policy });
  await repeat('evaluate', { params, body: {} });
  const first = await repeat('requestPromotion', { params, body: { version: 1, expectedStable: null } });
  const { contentHash } = await admin.call('getVersion', { params: { ...params, version: 1 } });
  const review = { decision: 'approve', contentHash };
  await repeat('reviewPromotion', { params: { id: first.id }, body: review });
  await repeat('commentOnPromotion', { params: { id: first.id }, body: { text: 'Good.' } });
  await repeat('applyPromotion', { params: { id: first.id } });
  const request = { params, body: { version: 2, expectedStable: 1 } };
  const second = await admin.call('requestPromotion', request);
  await admin.call('applyPromotion', { params: { id: second.id } });
  await repeat('rollBack', { params, body: { version: 1, reason: 'calmer', expectedStable: 2 } });
  const third = await admin.call('requestPromotion', request);
  await repeat('withdrawPromotion', { params: { id: third.id } });
  const member = await repeat('createMember', { body: { name: 'Bo', roles: ['viewer'] } });
  const key = await repeat('createKey', { params: { id: member.id }, body: { name: 'laptop' } });
  await repeat('rotateKey', { params: { id: key.id } });
  const url = 'http://127.0.0.1:9/';
  const hook = await repeat('createWebhook', { body: { url, types: ['prompt.updated'] } });
  await repeat('rotateWebhookSecret', { params: { id: hook.id } });
  await admin.call('updateDetails', { params, body: { title: 'Told' } });
  let delivery: { readonly id: string } | undefined;
  await expect
    .poll(async () => {
      const { items } = await admin.call('listDeliveries', { params: { id: hook.id }, query: {} });
      [delivery] = items;
      return items.length;
    })
    .toBe(1);
  await repeat('redeliver', { params: { id: hook.id, deliveryId: delivery?.id ?? '' } });
});

it('was tried with every call of the table that may be repeated', () => {
  const names = Object.keys(registryApi) as EndpointName[];
  expect([...repeated].sort()).toEqual(names.filter((name) => isRepeatable(registryApi[name])).sort());
});
