import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EventType, type RegistryEvent, registryEvent } from '#core/contract/shapes.ts';
import { createAppendEvent } from '#main/registry/events/append-event.ts';
import { sealEvent } from '#main/registry/events/seal-event.ts';
import { openTestReplica, type TestReplica } from '#test/support/open-test-replica.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '#test/support/start-test-registry.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

let folder: ReturnType<typeof makeTemporaryFolder>;
let registry: TestRegistry;
let team: TestReplica;
beforeEach(async () => {
  folder = makeTemporaryFolder();
  registry = await startTestRegistry({ webhooks: { allowPrivate: true } });
  await registry.admin.call('createPrompt', { body: { name: 'a', content: 'A text.' } });
  team = openTestReplica({ folder: folder.path, address: registry.address, key: testAdminKey });
});
afterEach(async () => {
  await team.replica.close();
  await registry.remove();
  folder.remove();
});

const newType = 'promotion.escalated';

/** Lets something happen that this program has no word for, as a registry of a later version does. */
async function escalate(): Promise<RegistryEvent> {
  const { database, feed } = registry.running().services;
  const append = createAppendEvent(
    async (event) => feed.publish(event),
    () => new Date(),
  );
  const actor = await registry.admin.call('getMe', {});
  return database.write((transaction) =>
    append(transaction, { type: newType as EventType, actor, prompt: 'a', data: { to: 'legal' } }),
  );
}

test('an event of a type that is not known is read, followed and verified like any other', async () => {
  const before = team.replica.lastEvent() ?? (await team.client.listAll('listEvents', { query: {} })).length;
  await team.replica.begin(team.client);
  const following = new AbortController();
  const stream = team.client.followEvents(before, following.signal, () => undefined);
  const coming = stream[Symbol.asyncIterator]().next();
  const escalated = await escalate();

  expect((await team.client.listAll('listEvents', { query: {} })).at(-1)).toEqual(escalated);
  expect(await team.client.call('verifyEvents', {})).toMatchObject({ valid: true, count: escalated.seq });
  const heard = (await coming).value as RegistryEvent;
  expect(heard).toEqual(escalated);
  following.abort();

  const caught = await team.replica.append(team.client, heard);
  expect(caught).toEqual({ kind: 'events', events: [escalated] });
  expect(team.replica.lastEvent()).toBe(escalated.seq);
  team.calls.splice(0);
  await team.replica.reader.call('getDetails', { params: { name: 'a' } });
  expect(team.calls).toContain('getDetails');
  const refused = await registry.admin.refuse('listEvents', { query: { type: newType as never } });
  expect(refused.code).toBe('invalid-request');
});

test('a webhook for it, and what was sent', async () => {
  const body = { url: 'http://127.0.0.1:9/hook', types: ['key.created' as const] };
  const { id } = await registry.admin.call('createWebhook', { body });
  await registry.runSql(`update "webhooks" set "types" = '["${newType}"]'`);
  const escalated = await escalate();
  expect(await team.client.listAll('listWebhooks', { query: {} })).toMatchObject([{ types: [newType] }]);
  const sent = () => team.client.listAll('listDeliveries', { params: { id }, query: {} });
  await expect.poll(sent).toMatchObject([{ event: { id: escalated.id, type: newType } }]);
});

test('what a later version adds to an event is kept: its hash is of that, too', () => {
  const actor = { id: 'ana', name: 'Ana', kind: 'service' };
  const at = '2026-03-03T14:00:00.000Z';
  const event = { seq: 1, id: 'e', type: newType, at, actor, data: {}, previousHash: '0', place: 'Berlin' };
  const { hash, ...rest } = registryEvent.parse({ ...event, hash: sealEvent(event) });
  expect(sealEvent(rest)).toBe(hash);
});
