import { describe, expect, it } from 'vitest';
import {
  admin,
  apply,
  author,
  createPromptForEach,
  hashOf,
  name,
  promote,
  promoter,
  refuseApply,
  refuseRequest,
  registry,
  request,
  review,
  reviewer,
  rollBack,
  stableNow,
} from '../support/promoted-prompts.ts';
import type { RegistryCaller } from '../support/registry-caller.ts';

createPromptForEach();

describe('a request', () => {
  it('is refused where the author compared with something else', async () => {
    expect(await refuseRequest(1, 2)).toMatchObject({ code: 'stable-moved', status: 409, stable: null });
    await promote(1, null);
    expect(await refuseRequest(2, null)).toMatchObject({ code: 'stable-moved', stable: 1 });
  });

  it('is refused for what is not there or stable already', async () => {
    expect(await refuseRequest(9, null)).toMatchObject({ code: 'version-not-found', status: 404 });
    await promote(1, null);
    expect(await refuseRequest(1, 1)).toMatchObject({ code: 'already-stable', status: 409 });
  });
});

describe('moving stable', () => {
  it('voids what was compared with the old one', async () => {
    const first = await request(1, null);
    const second = await request(2, null);
    await review(second.id, 2, 'approve');
    await review(first.id, 1, 'approve');
    await apply(first.id);
    expect(await admin.call('getPromotion', { params: { id: second.id } })).toMatchObject({
      status: 'superseded',
      missing: [],
    });
    expect(await refuseApply(second.id)).toMatchObject({ code: 'stable-moved', status: 409, stable: 1 });
    const body = { decision: 'approve', contentHash: await hashOf(2) } as const;
    const params = { id: second.id };
    expect(await reviewer.refuse('reviewPromotion', { params, body })).toMatchObject({
      code: 'promotion-closed',
    });
    expect(await admin.refuse('withdrawPromotion', { params })).toMatchObject({ code: 'promotion-closed' });
    expect((await admin.call('getDetails', { params: { name } })).pendingPromotions).toBe(0);
    const { items } = await admin.call('listEvents', { query: { prompt: name, type: 'promotion.applied' } });
    expect(items[0]?.data).toMatchObject({ promotion: first.id, from: null, superseded: [second.id] });
  });

  it('takes the place of an earlier request in one step', async () => {
    const first = await request(1, null);
    await review(first.id, 1, 'approve');
    const params = { name };
    const body = { version: 2, expectedStable: null, replaces: [first.id, first.id] };
    const next = await author.call('requestPromotion', { params, body });
    const before = await admin.call('getPromotion', { params: { id: first.id } });
    expect([before.status, next.status]).toEqual(['withdrawn', 'pending']);
    const newest = { prompt: name, order: 'newest' as const, limit: 2 };
    const { items } = await admin.call('listEvents', { query: newest });
    expect(items).toMatchObject([
      { type: 'promotion.requested', version: 2, data: { promotion: next.id } },
      { type: 'promotion.withdrawn', version: 1, data: { promotion: first.id, replacedBy: next.id } },
    ]);

    const refuse = async (replaces: string[], caller: RegistryCaller = author) => {
      const { code } = await caller.refuse('requestPromotion', { params, body: { ...body, replaces } });
      return code;
    };
    const another = await registry.join('editor');
    await author.call('createPrompt', { body: { name: `${name}-other`, content: 'x' } });
    const elsewhere = await author.call('requestPromotion', {
      params: { name: `${name}-other` },
      body: { version: 1, expectedStable: null },
    });
    expect(await refuse([next.id, first.id])).toBe('promotion-closed');
    expect(await refuse([next.id], another)).toBe('forbidden');
    expect(await refuse([next.id, 'nothing'])).toBe('promotion-not-found');
    expect(await refuse([next.id, elsewhere.id])).toBe('invalid-request');
    expect((await admin.call('listEvents', { query: newest })).items).toEqual(items);
    expect((await admin.call('getPromotion', { params: { id: next.id } })).status).toBe('pending');
    expect((await admin.call('getDetails', { params })).pendingPromotions).toBe(1);
  });

  it('gives one of two promoters at once a 200 and the other a 409', async () => {
    for (let round = 0; round < 5; round += 1) {
      const version = (await stableNow()) === 1 ? 2 : 1;
      const { id } = await request(version, await stableNow());
      await review(id, version, 'approve');
      const answers = await Promise.all([
        promoter.send('POST', `/promotions/${id}/apply`),
        author.send('POST', `/promotions/${id}/apply`),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      expect(await stableNow()).toBe(version);
    }
    const { items } = await admin.call('getStableHistory', { params: { name }, query: {} });
    expect(items.map((item) => item.version)).toEqual([1, 2, 1, 2, 1]);
  });

  it('gives one of two different promotions at once a 200 and the other a 409', async () => {
    const [first, second] = [await request(1, null), await request(2, null)];
    await review(first.id, 1, 'approve');
    await review(second.id, 2, 'approve');
    const answers = await Promise.all(
      [first, second].map(({ id }) => promoter.send('POST', `/promotions/${id}/apply`)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('happens once for a promotion', async () => {
    const { id } = await promote(1, null);
    expect(await refuseApply(id)).toMatchObject({ code: 'promotion-closed', status: 409 });
    const withdrawn = await request(2, 1);
    await author.call('withdrawPromotion', { params: { id: withdrawn.id } });
    expect(await refuseApply(withdrawn.id)).toMatchObject({ code: 'promotion-closed' });
  });

  it('cannot be done by any other call', async () => {
    await promote(1, null);
    await author.call('saveVersion', { params: { name }, body: { content: 'v4', baseVersion: 3 } });
    await author.call('updateDetails', { params: { name }, body: { title: 'T', archived: true } });
    expect(await stableNow()).toBe(1);
    const sneak = await author.send('PATCH', `/prompts/${name}/details`, { body: { stable: 2 } });
    expect(sneak.status).toBe(400);
  });
});

describe('rolling back', () => {
  it('goes to a version that stable has been before, at once', async () => {
    await promote(1, null);
    await promote(3, 1);
    expect(await promoter.refuse('rollBack', rollBack(2, 3))).toMatchObject({
      code: 'never-stable',
      status: 409,
    });
    expect(await promoter.refuse('rollBack', rollBack(9, 3))).toMatchObject({ code: 'version-not-found' });
    expect(await promoter.refuse('rollBack', rollBack(3, 3))).toMatchObject({ code: 'already-stable' });
    expect(await promoter.refuse('rollBack', rollBack(1, 1))).toMatchObject({
      code: 'stable-moved',
      stable: 3,
    });
    const open = await request(2, 3);
    const rolledBack = await promoter.call('rollBack', rollBack(1, 3));
    expect(rolledBack).toMatchObject({ kind: 'rollback', status: 'applied', version: 1, note: 'because' });
    expect(rolledBack.requestedBy.id).toBe(promoter.id);
    expect(await stableNow()).toBe(1);
    expect((await admin.call('getPromotion', { params: { id: open.id } })).status).toBe('superseded');
  });

  it('needs a reason, and something to go back from', async () => {
    expect(await promoter.refuse('rollBack', rollBack(1, null))).toMatchObject({ code: 'never-stable' });
    const body = { version: 1, expectedStable: null, reason: '  ' };
    const problem = await promoter.refuse('rollBack', { params: { name }, body });
    expect(problem.errors).toEqual([{ field: 'reason', message: 'Give a reason.' }]);
  });

  it('gives one of two at once a 200 and the other a 409', async () => {
    await promote(1, null);
    await promote(2, 1);
    const { body } = rollBack(1, 2);
    const answers = await Promise.all(
      [promoter, author].map((caller) => caller.send('POST', `/prompts/${name}/rollback`, { body })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });
});

it('lists promotions newest first, in pages', async () => {
  const ids: string[] = [];
  for (let version = 1; version <= 3; version += 1) ids.unshift((await request(version, null)).id);
  const query = { prompt: name, limit: 2 };
  const first = await admin.call('listPromotions', { query });
  const rest = await admin.call('listPromotions', { query: { ...query, cursor: first.nextCursor ?? '' } });
  expect([...first.items, ...rest.items].map((item) => item.id)).toEqual(ids);
  expect(rest.nextCursor).toBeNull();
});
