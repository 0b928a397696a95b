import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { Connections } from '#main/workspace/connections.ts';
import { openConnections } from '#main/workspace/connections.ts';
import { createRegistryList } from '#main/workspace/registry-list.ts';
import {
  createReplicas,
  type Replicas,
  type ReplicatedConnections,
} from '#main/workspace/replica/replicas.ts';
import { openTestReplica } from '../support/open-test-replica.ts';
import { createRandom } from '../support/random.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import type { RegistryCaller } from '../support/registry-caller.ts';
import {
  type RegistryBehindProxy,
  startRegistryBehindProxy,
} from '../support/start-registry-behind-proxy.ts';
import { testAdminKey } from '../support/start-test-registry.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { makeKept } from '../support/test-ports.ts';
import { testSize } from '../support/test-size.ts';

const { seeds, steps } = testSize({
  short: { seeds: [1, 2], steps: 40 },
  full: { seeds: Array.from({ length: 20 }, (_, index) => index + 1), steps: 200 },
});
const names = ['a', 'b', 'legal/c', 'd', 'e'];

let folder: ReturnType<typeof makeTemporaryFolder>;
let registry: RegistryBehindProxy;
beforeEach(async () => {
  folder = makeTemporaryFolder();
  registry = await startRegistryBehindProxy();
});
afterEach(async () => {
  await registry.remove();
  folder.remove();
});

const pick = <Value>(random: () => number, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

/** Somebody else's work: one change of one prompt, whichever may be made. */
async function changeSomething(admin: RegistryCaller, random: () => number): Promise<void> {
  const name = pick(random, names);
  const params = { name };
  const existing = await admin.call('listPrompts', { query: { archived: 'any', limit: 200 } });
  const prompt = existing.items.find((one) => one.name === name);
  if (!prompt) {
    await admin.call('createPrompt', { body: { name, content: `First ${random()}` } });
    return;
  }
  switch (pick(random, ['save', 'save', 'title', 'archive', 'request'])) {
    case 'save':
      await admin.call('saveVersion', {
        params,
        body: { content: `Text ${random()}`, baseVersion: prompt.latest },
      });
      break;
    case 'title':
      await admin.call('updateDetails', { params, body: { title: `Title ${random()}` } });
      break;
    case 'archive':
      await admin.call('updateDetails', { params, body: { archived: !prompt.archived } });
      break;
    case 'request':
      if (prompt.stable === prompt.latest) return;
      await admin.call('requestPromotion', {
        params,
        body: { version: prompt.latest, expectedStable: prompt.stable },
      });
  }
}

const inOrder = (items: readonly PromptSummary[]) => items.toSorted((a, b) => (a.name < b.name ? -1 : 1));

async function stateOf(admin: RegistryCaller): Promise<PromptSummary[]> {
  return inOrder((await admin.call('listPrompts', { query: { archived: 'any', limit: 200 } })).items);
}

interface OpenApp {
  readonly replicas: Replicas;
  readonly connections: ReplicatedConnections;
  readonly opened: Connections;
}

async function openApp(kept: ReturnType<typeof makeKept>): Promise<OpenApp> {
  const listeners = new Set<(event: BridgeEvent) => void>();
  const emit = (event: BridgeEvent) => {
    for (const listener of listeners) listener(event);
  };
  const replicas = createReplicas({
    dataFolder: folder.path,
    settings: { get: () => ({ offlineMegabytes: 10 }) as never },
    drafts: { list: async () => [] },
    emit,
    subscribe: (listener) => listeners.add(listener),
    onSetAside: () => undefined,
    log: { info: () => undefined, error: () => undefined },
  });
  const opened = await openConnections([], createRegistryList(kept), replicas, { emit, fetch });
  return { replicas, connections: replicas.join(opened), opened };
}

it.each(seeds)(
  'a replica behind a network that breaks comes to what the registry has, seed %i',
  async (seed) => {
    const random = createRandom(seed);
    const kept = makeKept();
    let app = await openApp(kept);
    const { id } = await app.connections.add({ name: 'Team', address: registry.outerAddress }, testAdminKey);
    const close = async () => {
      await app.opened.close();
      await app.replicas.close();
    };
    const shown = new Map<string, number>();
    const look = async () => {
      const { items } = await app.connections
        .read(id)
        .call('listPrompts', { query: { archived: 'any', limit: 200 } });
      for (const { name, latest } of items) {
        expect(latest, `an older state of ${name} than was shown`).toBeGreaterThanOrEqual(
          shown.get(name) ?? 0,
        );
        shown.set(name, latest);
      }
    };
    for (let step = 0; step < steps; step += 1) {
      switch (pick(random, ['change', 'change', 'change', 'look', 'cut', 'down', 'up', 'slow', 'restart'])) {
        case 'change':
          await changeSomething(registry.admin, random);
          break;
        case 'look':
          await look().catch((error) => {
            // Before anything was read, there is nothing to show.
            if (error.code !== 'registry-unreachable') throw error;
          });
          break;
        case 'cut':
          registry.proxy.cut();
          break;
        case 'down':
          await registry.proxy.refuse();
          break;
        case 'up':
          await registry.proxy.restore();
          app.connections.reconnect(id);
          break;
        case 'slow':
          registry.proxy.delay(random() * 40);
          break;
        case 'restart':
          await close();
          app = await openApp(kept);
      }
      await wait(random() * 30);
    }
    await registry.proxy.restore();
    app.connections.reconnect(id);
    await expect.poll(() => app.connections.list()[0]?.status).toBe('online');
    const expected = await stateOf(registry.admin);
    const seen = async () => {
      const { items } = await app.connections
        .read(id)
        .call('listPrompts', { query: { archived: 'any', limit: 200 } });
      return inOrder(items);
    };
    await expect.poll(seen).toEqual(expected);
    await expect
      .poll(() => app.replicas.usage().find(({ connection }) => connection === id))
      .toMatchObject({ withText: expected.filter(({ archived }) => !archived).length, isFilling: false });

    // All of it is in the replica: without the registry it is the same, and so are the texts.
    await registry.proxy.refuse();
    await expect.poll(() => app.connections.list()[0]?.status).toBe('offline');
    expect(await seen()).toEqual(expected);
    for (const { name, latest, archived } of expected) {
      if (archived) continue;
      const params = { name, version: latest };
      const text = await app.connections.read(id).call('getVersion', { params });
      expect(text).toEqual(await registry.admin.call('getVersion', { params }));
    }
    await close();
  },
  240_000,
);

it.each(seeds)(
  'events that come twice, out of order or not at all do no harm, seed %i',
  async (seed) => {
    const random = createRandom(seed);
    const { replica, client } = openTestReplica({
      folder: folder.path,
      address: registry.outerAddress,
      key: testAdminKey,
    });
    await replica.begin(client);
    const first = replica.lastEvent() ?? 0;
    for (let step = 0; step < steps; step += 1) await changeSomething(registry.admin, random);
    const events = (await readAllEvents(registry.admin)).filter(({ seq }) => seq > first);
    const feed = events
      .filter(() => random() > 0.1)
      .flatMap((event) => (random() > 0.8 ? [event, event] : [event]))
      .map((event, index) => ({ event, place: index + random() * 4 }))
      .toSorted((a, b) => a.place - b.place);
    const told: number[] = [];
    for (const { event } of feed) {
      const caught = await replica.append(client, event);
      if (caught.kind === 'events') told.push(...caught.events.map(({ seq }) => seq));
    }
    expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b));
    await replica.begin(client);
    const page = await replica.reader.call('listPrompts', { query: { archived: 'any', limit: 200 } });
    expect(inOrder(page.items)).toEqual(await stateOf(registry.admin));
    await replica.close();
  },
  240_000,
);
