import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAdministrationHandlers } from '#main/bridge/administration-handlers.ts';
import { createPromotionHandlers } from '#main/bridge/promotion-handlers.ts';
import { createRegistryClient } from '#main/registry-client/registry-client.ts';
import { createCaller } from '#test/support/registry-caller.ts';
import {
  type RegistryBehindProxy,
  startRegistryBehindProxy,
} from '#test/support/start-registry-behind-proxy.ts';
import { testAdminKey } from '#test/support/start-test-registry.ts';

/** What the screen asks for while answers are lost on the way, until the user tries again on a good network. */

let registry: RegistryBehindProxy;
let handlers: ReturnType<typeof createAdministrationHandlers>;
let promotions: ReturnType<typeof createPromotionHandlers>;
const connection = 'team';

beforeAll(async () => {
  registry = await startRegistryBehindProxy({ webhooks: { allowPrivate: true } });
});
afterAll(() => registry.remove());
beforeEach(() => {
  const client = createRegistryClient(registry.outerAddress, testAdminKey);
  const read = () => {
    throw new Error('Nothing here is read from a replica.');
  };
  const connections = { open: async () => client, read };
  handlers = createAdministrationHandlers(connections);
  promotions = createPromotionHandlers(connections);
});

async function loseThenTryAgain<Answer>(step: () => Promise<Answer>): Promise<Answer> {
  registry.proxy.loseAnswers();
  registry.proxy.cut();
  await expect(step()).rejects.toMatchObject({ code: 'registry-unreachable' });
  await registry.proxy.restore();
  return step();
}

const worksWith = (key: string) =>
  createCaller(registry.address, key)
    .call('getMe', {})
    .then(
      () => true,
      () => false,
    );
const membersCalled = async (name: string) =>
  (await registry.admin.call('listMembers', { query: {} })).items.filter((member) => member.name === name);
const keysOf = async (id: string) =>
  (await registry.admin.call('listKeys', { params: { id }, query: {} })).items;

describe('where answers are lost', () => {
  it('a member is added once, and may be added once more afterwards', async () => {
    const add = () => handlers.members.create({ connection, name: 'Bo', roles: ['viewer'] });
    const added = await loseThenTryAgain(add);
    expect((await membersCalled('Bo')).map(({ id }) => id)).toEqual([added.id]);
    await add();
    expect(await membersCalled('Bo')).toHaveLength(2);
  });

  it('a key is made once, and shown', async () => {
    const { id } = await registry.admin.call('createMember', { body: { name: 'Kay', roles: ['viewer'] } });
    const key = await loseThenTryAgain(() => handlers.keys.createFor({ connection, id, name: 'laptop' }));
    expect(await keysOf(id)).toHaveLength(1);
    expect(await worksWith(key.secret)).toBe(true);
    const rotated = await loseThenTryAgain(() => handlers.keys.rotate({ connection, id: key.id }));
    expect(await worksWith(rotated.secret)).toBe(true);
    expect(await worksWith(key.secret)).toBe(false);
  });

  it('an application has one member and one key', async () => {
    const make = () => handlers.keys.createApplicationKey({ connection, name: 'Shop' });
    const { secret } = await loseThenTryAgain(make);
    const [shop, ...others] = await membersCalled('Shop');
    expect(others).toEqual([]);
    expect(await keysOf(shop?.id ?? '')).toHaveLength(1);
    expect(await worksWith(secret)).toBe(true);
  });

  it('a webhook is added once, with a secret to show', async () => {
    const url = 'http://127.0.0.1:9/lost';
    const hook = await loseThenTryAgain(() =>
      handlers.webhooks.create({ connection, url, description: '', types: ['prompt.updated'] }),
    );
    expect(hook.secret).toMatch(/^whsec_/);
    const { items } = await registry.admin.call('listWebhooks', { query: {} });
    expect(items.filter((other) => other.url === url)).toHaveLength(1);
  });

  it('a promotion is asked for, spoken about, applied and rolled back once', async () => {
    const { admin } = registry;
    const name = 'lost';
    const params = { name };
    const policy = await admin.call('getPolicy', {});
    await admin.call('setPolicy', { body: { ...policy, requiredApprovals: 0 } });
    await admin.call('createPrompt', { body: { name, content: 'One.' } });
    await admin.call('saveVersion', { params, body: { content: 'Two.', baseVersion: 1 } });
    const place = { connection, prompt: name };
    for (const [version, expectedStable] of [
      [1, null],
      [2, 1],
    ] as const) {
      const asked = await loseThenTryAgain(() =>
        promotions.request({ ...place, version, expectedStable, note: '' }),
      );
      await loseThenTryAgain(() => promotions.comment({ connection, id: asked.id, text: 'Good.' }));
      await loseThenTryAgain(() => promotions.apply({ connection, id: asked.id }));
      const details = await admin.call('getPromotion', { params: { id: asked.id } });
      expect(details.comments.map(({ text }) => text)).toEqual(['Good.']);
    }
    await loseThenTryAgain(() =>
      promotions.rollBack({ ...place, version: 1, reason: 'calmer', expectedStable: 2 }),
    );
    const { items } = await admin.call('getStableHistory', { params, query: {} });
    expect(items.map(({ version }) => version).toReversed()).toEqual([1, 2, 1]);
  });
});
