import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import { createEventFeed } from '#main/registry/events/event-feed.ts';
import { createPositions } from '#main/registry/resolve/positions.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let events: readonly RegistryEvent[];
beforeAll(async () => {
  registry = await startTestRegistry();
  for (const name of ['calm', 'busy']) {
    await registry.admin.call('createPrompt', { body: { name, content: 'one' } });
  }
  events = await readAllEvents(registry.admin);
});
afterAll(() => registry.remove());

/** Reads where a prompt is, while something happens to a prompt; answers what memory has of it then. */
async function findWhileMoving(moving: string) {
  const feed = createEventFeed();
  const positions = createPositions(registry.running().services.database.read, feed);
  const move = events.find((event) => event.type === 'prompt.created' && event.prompt === moving);
  if (!move) throw new Error('There is no such event.');
  const finding = positions.find('calm');
  feed.publish(move);
  expect(await finding).toEqual({ latest: 1, stable: null });
  return positions.recall('calm');
}

it('keeps where a prompt is although another one was saved while it was read', async () => {
  expect(await findWhileMoving('busy')).toEqual({ latest: 1, stable: null });
});

it('does not keep where a prompt is that moved itself meanwhile', async () => {
  expect(await findWhileMoving('calm')).toBeUndefined();
});

it('serves a prompt from memory while others are saved all the time', async () => {
  const { admin } = registry;
  const { resolve } = registry.running().services;
  let isOver = false;
  const saving = (async () => {
    for (let baseVersion = 1; !isOver; baseVersion += 1) {
      const body = { content: `${baseVersion}`, baseVersion };
      await admin.call('saveVersion', { params: { name: 'busy' }, body });
    }
  })();
  const wanted = { version: 'latest', variables: {}, missing: 'error' } as const;
  await resolve.resolve('calm', wanted);
  const kept = resolve.resolveFromMemory('calm', wanted);
  isOver = true;
  await saving;
  expect(kept).toMatchObject({ version: 1, content: 'one' });
});
