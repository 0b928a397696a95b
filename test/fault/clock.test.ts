import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxPolicy } from '#core/domain/promotion.ts';
import { findBrokenEvent } from '../support/event-chain.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

const hour = 3_600_000;
const year = 365 * 24 * hour;
const start = Date.parse('2026-03-03T14:00:00.000Z');

let registry: TestRegistry;
let now = start;
beforeAll(async () => {
  registry = await startTestRegistry({ clock: () => new Date(now), defaultPolicy: sandboxPolicy });
});
afterAll(() => registry.remove());

it('keeps the order of versions, events and promotions where the clock jumps', async () => {
  const { admin } = registry;
  const name = 'timeless';
  const params = { name };
  await admin.call('createPrompt', { body: { name, content: '1' } });
  let version = 1;
  for (const jump of [0, -hour, 10 * year, -10 * year - hour, 1]) {
    now += jump;
    const saved = await admin.call('saveVersion', {
      params,
      body: { content: `${version + 1}`, baseVersion: version },
    });
    expect(saved.createdAt).toBe(new Date(now).toISOString());
    version += 1;
    const expectedStable = version === 2 ? null : version - 1;
    const { id } = await admin.call('requestPromotion', { params, body: { version, expectedStable } });
    await admin.call('applyPromotion', { params: { id } });
    expect(await admin.call('resolvePrompt', { params, body: {} })).toMatchObject({ version });
    if (jump === -hour) await registry.restart();
  }

  const newestFirst = Array.from({ length: version }, (_, index) => version - index);
  const { items: versions } = await admin.call('listVersions', { params, query: {} });
  expect(versions.map((each) => each.version)).toEqual(newestFirst);
  const { items: moves } = await admin.call('getStableHistory', { params, query: {} });
  expect(moves.map((each) => each.version)).toEqual(newestFirst.slice(0, -1));
  const { items: promotions } = await admin.call('listPromotions', { query: { prompt: name } });
  expect(promotions.map((each) => each.version)).toEqual(newestFirst.slice(0, -1));

  const events = await readAllEvents(admin);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
  expect(findBrokenEvent(events)).toBeNull();
  const times = events.map((event) => event.at);
  expect(times).not.toEqual(times.toSorted());
});
