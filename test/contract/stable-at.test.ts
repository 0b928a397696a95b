import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxPolicy } from '#core/domain/promotion.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let now = Date.parse('2026-03-01T09:00:00.000Z');
const params = { name: 'story' };
const ids: string[] = [];

beforeAll(async () => {
  registry = await startTestRegistry({ defaultPolicy: sandboxPolicy, clock: () => new Date(now) });
  const { admin } = registry;
  await admin.call('createPrompt', { body: { ...params, content: 'v1' } });
  await admin.call('saveVersion', { params, body: { content: 'v2', baseVersion: 1 } });
  const promote = async (time: string, version: number, expectedStable: number | null) => {
    now = Date.parse(time);
    const { id } = await admin.call('requestPromotion', { params, body: { version, expectedStable } });
    await admin.call('applyPromotion', { params: { id } });
    ids.push(id);
  };
  await promote('2026-03-02T10:00:00.000Z', 1, null);
  await promote('2026-03-03T14:00:00.000Z', 2, 1);
  now = Date.parse('2026-03-04T08:00:00.000Z');
  const body = { version: 1, reason: 'calmer', expectedStable: 2 };
  ids.push((await admin.call('rollBack', { params, body })).id);
});
afterAll(() => registry.remove());

const at = (time?: string) =>
  registry.admin.call('getStableAt', { params, query: time === undefined ? {} : { at: time } });

it.each([
  ['2026-03-02T10:00:00.000Z', 1, 0, '2026-03-02T10:00:00.000Z', '2026-03-03T14:00:00.000Z'],
  ['2026-03-03T13:59:59.999Z', 1, 0, '2026-03-02T10:00:00.000Z', '2026-03-03T14:00:00.000Z'],
  ['2026-03-03T14:00:00Z', 2, 1, '2026-03-03T14:00:00.000Z', '2026-03-04T08:00:00.000Z'],
  ['2026-03-03T15:00:00+01:00', 2, 1, '2026-03-03T14:00:00.000Z', '2026-03-04T08:00:00.000Z'],
  ['2026-03-04T08:00:00.000Z', 1, 2, '2026-03-04T08:00:00.000Z', null],
])('tells what was stable at %s', async (time, version, promotion, since, until) => {
  expect(await at(time)).toMatchObject({ version, since, until, promotion: { id: ids[promotion] } });
});

it('tells who moved it there, how and why', async () => {
  expect(await at('2026-03-05T00:00:00Z')).toMatchObject({
    promotion: { kind: 'rollback', note: 'calmer', appliedBy: { name: 'Administrator' } },
  });
});

it('means now where no time is given', async () => {
  expect(await at()).toEqual(await at('2026-03-04T09:00:00Z'));
});

it('says in words that nothing was there before the first', async () => {
  const problem = await registry.admin.refuse('getStableAt', {
    params,
    query: { at: '2026-03-02T09:59:59.999Z' },
  });
  expect(problem).toMatchObject({ code: 'channel-empty', status: 404 });
  expect(problem.detail).toContain('2026-03-02T09:59:59.999Z');
});

it('asks for a time, and for a prompt that is there', async () => {
  for (const time of ['yesterday', '2026-03-02', '2026-03-02T10:00:00', '2026-02-30T10:00:00Z']) {
    expect(await registry.admin.refuse('getStableAt', { params, query: { at: time } })).toMatchObject({
      errors: [{ field: 'at' }],
    });
  }
  expect(await registry.admin.refuse('getStableAt', { params: { name: 'none' }, query: {} })).toMatchObject({
    code: 'prompt-not-found',
  });
});
