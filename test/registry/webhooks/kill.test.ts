import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readAllEvents } from '../../support/read-all-events.ts';
import { createCaller } from '../../support/registry-caller.ts';
import { startRegistryProcess } from '../../support/start-registry-process.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { startReceiver, verifyArrival } from '../../support/webhook-receiver.ts';

const key = 'pf_admin_key_of_the_killed_one';

it('delivers every event, and each under one id, where the registry is killed again and again', async () => {
  const folder = makeTemporaryFolder();
  const receiver = await startReceiver((response) => setTimeout(() => response.writeHead(200).end(), 20));
  const args = ['--port', '0', '--data', folder.path, '--allow-private-webhooks'];
  const start = async () => {
    const registry = await startRegistryProcess(args, { PROMPTFORGE_ADMIN_KEY: key });
    return { ...registry, admin: createCaller(registry.address, key) };
  };
  let registry = await start();
  const body = { url: receiver.url, types: ['prompt.created' as const] };
  const { secret, id } = await registry.admin.call('createWebhook', { body });

  let number = 0;
  for (const wait of [60, 250, 600]) {
    const { admin } = registry;
    const writing = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (;;) {
          number += 1;
          const prompt = { name: `prompt-${number}`, content: 'x' };
          if (!(await admin.send('POST', '/prompts', { body: prompt }).catch(() => null))?.ok) return;
        }
      }),
    );
    const enough = number + 12;
    await delay(wait);
    await expect.poll(() => number, { interval: 5 }).toBeGreaterThan(enough);
    await registry.end('SIGKILL');
    await writing;
    registry = await start();
  }

  const created = (await readAllEvents(registry.admin)).filter(({ type }) => type === 'prompt.created');
  expect(created.length).toBeGreaterThan(20);
  const told = () => new Map(receiver.arrivals.map(({ headers, body }) => [headers['webhook-id'], body]));
  await expect.poll(() => told().size).toBe(created.length);
  expect([...told().keys()].sort()).toEqual(created.map((event) => event.id).sort());
  for (const arrival of receiver.arrivals) {
    expect(verifyArrival(secret, arrival).data.id).toBe(arrival.headers['webhook-id']);
    expect(arrival.body).toBe(told().get(arrival.headers['webhook-id']));
  }
  const waiting = async () => {
    const query = { status: 'waiting', limit: 200 } as const;
    return (await registry.admin.call('listDeliveries', { params: { id }, query })).items;
  };
  await expect.poll(waiting).toEqual([]);
  expect(await registry.end('SIGTERM')).toBe(0);
  await receiver.close();
  folder.remove();
}, 120_000);

it('ends at once on SIGTERM while a receiver hangs, and delivers after the next start', async () => {
  const folder = makeTemporaryFolder();
  const receiver = await startReceiver(() => {});
  const args = ['--port', '0', '--data', folder.path, '--allow-private-webhooks'];
  const environment = { PROMPTFORGE_ADMIN_KEY: key };
  const first = await startRegistryProcess(args, environment);
  const admin = createCaller(first.address, key);
  const body = { url: receiver.url, types: ['prompt.created' as const] };
  const { id } = await admin.call('createWebhook', { body });
  await admin.call('createPrompt', { body: { name: 'a', content: 'x' } });
  await receiver.hasReceived(1);
  const since = performance.now();
  expect(await first.end('SIGTERM')).toBe(0);
  expect(performance.now() - since).toBeLessThan(10_000);

  receiver.answer = 200;
  const second = await startRegistryProcess(args, environment);
  const [before, after] = await receiver.hasReceived(2);
  expect(after?.headers['webhook-id']).toBe(before?.headers['webhook-id']);
  const list = async () =>
    (await createCaller(second.address, key).call('listDeliveries', { params: { id }, query: {} })).items;
  await expect.poll(list).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  await second.end('SIGTERM');
  await receiver.close();
  folder.remove();
});
