import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxPolicy } from '#core/domain/promotion.ts';
import { findBrokenEvent } from '../support/event-chain.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let now = Date.parse('2026-03-03T14:00:00.000Z');
const params = { name: 'story' };

beforeAll(async () => {
  registry = await startTestRegistry({ defaultPolicy: sandboxPolicy, clock: () => new Date(now) });
  const { admin } = registry;
  await admin.call('createPrompt', { body: { ...params, content: 'v1', note: 'Grüße 🙂 \u2028 "quoted"' } });
  await admin.call('saveVersion', { params, body: { content: 'v2', baseVersion: 1 } });
  const first = await admin.call('requestPromotion', { params, body: { version: 1, expectedStable: null } });
  await admin.call('applyPromotion', { params: { id: first.id } });
  // The clock goes back an hour, then ten years ahead: the order stays.
  now -= 3_600_000;
  const second = await admin.call('requestPromotion', { params, body: { version: 2, expectedStable: 1 } });
  const { contentHash } = await admin.call('getVersion', { params: { ...params, version: 2 } });
  await admin.call('reviewPromotion', {
    params: { id: second.id },
    body: { decision: 'approve', contentHash },
  });
  now += 10 * 365 * 86_400_000;
  await admin.call('applyPromotion', { params: { id: second.id } });
  await admin.call('rollBack', { params, body: { version: 1, reason: 'calmer', expectedStable: 2 } });
  const third = await admin.call('requestPromotion', { params, body: { version: 2, expectedStable: 1 } });
  await admin.call('withdrawPromotion', { params: { id: third.id } });
  await admin.call('updateDetails', { params, body: { title: 'Once', tags: ['a'] } });
  await admin.call('setPolicy', { body: { ...sandboxPolicy, reviewerRoles: ['reviewer'] } });
  const { keyId } = await registry.join('viewer');
  await admin.call('revokeKey', { params: { id: keyId } });
});
afterAll(() => registry.remove());

describe('the log', () => {
  it('has one event for every change, in order', async () => {
    const events = await readAllEvents(registry.admin);
    expect(events.map((event) => event.type)).toEqual([
      'member.created',
      'key.created',
      'prompt.created',
      'version.created',
      'promotion.requested',
      'promotion.applied',
      'promotion.requested',
      'promotion.reviewed',
      'promotion.applied',
      'channel.rolled-back',
      'promotion.requested',
      'promotion.withdrawn',
      'prompt.updated',
      'policy.changed',
      'member.created',
      'key.created',
      'key.revoked',
    ]);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    const rolledBack = events.find((event) => event.type === 'channel.rolled-back');
    expect(rolledBack).toMatchObject({
      prompt: 'story',
      version: 1,
      actor: { name: 'Administrator' },
      data: { from: 2, reason: 'calmer' },
    });
  });

  it('is a chain that anybody can verify', async () => {
    const events = await readAllEvents(registry.admin);
    expect(findBrokenEvent(events)).toBeNull();
    const edited = events.map((event) =>
      event.seq === 5 ? { ...event, at: '2026-01-01T00:00:00.000Z' } : event,
    );
    expect(findBrokenEvent(edited)).toBe(5);
    expect(findBrokenEvent(events.filter((event) => event.seq !== 7))).toBe(8);
  });

  it('holds no key and no text of a prompt', async () => {
    const log = JSON.stringify(await readAllEvents(registry.admin));
    expect(log).not.toMatch(/pf_[0-9a-f]{8}_/);
    expect(log).not.toContain('pf_administrators_key');
  });

  it('is filtered by prompt and type, and paged both ways', async () => {
    const list = async (query: object) => (await registry.admin.call('listEvents', { query })).items;
    const all = await readAllEvents(registry.admin);
    const ofStory = all.filter((event) => event.prompt === 'story');
    expect(await list({ prompt: 'story' })).toEqual(ofStory);
    expect((await list({ type: 'promotion.applied' })).map((event) => event.version)).toEqual([1, 2]);
    expect((await list({ after: 10, limit: 2 })).map((event) => event.seq)).toEqual([11, 12]);
    const newest = await registry.admin.call('listEvents', { query: { order: 'newest', limit: 3 } });
    expect(newest.items.map((event) => event.seq)).toEqual([17, 16, 15]);
    const query = { order: 'newest', limit: 3, cursor: newest.nextCursor ?? '' } as const;
    const next = await registry.admin.call('listEvents', { query });
    expect(next.items.map((event) => event.seq)).toEqual([14, 13, 12]);
  });

  it('is filtered by several types, by person and by time, all together', async () => {
    const list = async (query: object) => (await registry.admin.call('listEvents', { query })).items;
    const all = await readAllEvents(registry.admin);
    const moves = await list({ type: 'channel.rolled-back,promotion.applied' });
    expect(moves.map((event) => event.type)).toEqual([
      ...['promotion.applied', 'promotion.applied', 'channel.rolled-back'],
    ]);
    const editor = await registry.join('editor');
    await editor.call('createPrompt', { body: { name: 'theirs', content: 'x' } });
    expect((await list({ actor: editor.id })).map((event) => event.prompt)).toEqual(['theirs']);
    expect(await list({ actor: editor.id, prompt: 'story' })).toEqual([]);
    expect(await list({ actor: 'nobody' })).toEqual([]);

    const [first, last] = ['2026-03-03T13:00:00.000Z', '2026-03-03T14:00:00.000Z'];
    const early = all.filter((event) => event.at >= first && event.at < last);
    expect(early.length).toBeGreaterThan(0);
    expect(await list({ since: '2026-03-03T14:00:00+01:00', until: last })).toEqual(early);
    expect(await list({ until: first })).toEqual([]);
    const newest = await list({ since: first, until: last, order: 'newest', type: 'promotion.requested' });
    expect(newest).toEqual(early.filter((event) => event.type === 'promotion.requested').toReversed());
  });

  it('names everybody who did something, by name', async () => {
    const viewer = await registry.join('viewer');
    const actors = await viewer.call('listActors', {});
    const events = await readAllEvents(registry.admin);
    expect(new Set(actors.map((actor) => actor.id))).toEqual(new Set(events.map((event) => event.actor.id)));
    expect(actors.map((actor) => actor.name)).toContain('Administrator');
    const inOrder = actors.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
    expect(actors).toEqual(inOrder);
    expect(actors.map((actor) => actor.id)).not.toContain(viewer.id);
  });

  it('refuses types and times that are none', async () => {
    for (const query of [{ type: 'promotion.applied,promotion' }, { type: '' }, { since: '3 March' }]) {
      const [field] = Object.keys(query);
      expect(await registry.admin.refuse('listEvents', { query })).toMatchObject({
        code: 'invalid-request',
        errors: [{ field }],
      });
    }
  });

  it('agrees with the moves of stable', async () => {
    const events = await readAllEvents(registry.admin);
    const moves = events.filter((event) => ['promotion.applied', 'channel.rolled-back'].includes(event.type));
    const { items } = await registry.admin.call('getStableHistory', { params, query: {} });
    expect(items.map((item) => item.version).toReversed()).toEqual(moves.map((event) => event.version));
  });
});
