import { describe, expect, it } from 'vitest';
import {
  admin,
  apply,
  author,
  createPromptForEach,
  hashOf,
  name,
  promoter,
  refuseApply,
  registry,
  request,
  review,
  reviewer,
  setPolicy,
  stableNow,
} from '../support/promoted-prompts.ts';

createPromptForEach();

describe('approval', () => {
  it('is needed before stable moves, and named where it is missing', async () => {
    const { id, missing } = await request(1, null);
    expect(await refuseApply(id)).toMatchObject({ code: 'not-approved', status: 409, missing });
    expect(await stableNow()).toBeNull();
    await review(id, 1, 'approve');
    expect(await apply(id)).toMatchObject({ status: 'applied', appliedBy: { id: promoter.id } });
    expect(await stableNow()).toBe(1);
  });

  it('is for exactly these bytes', async () => {
    const { id } = await request(1, null);
    const body = { decision: 'approve', contentHash: await hashOf(2) } as const;
    expect(await reviewer.refuse('reviewPromotion', { params: { id }, body })).toMatchObject({
      code: 'content-mismatch',
      status: 409,
    });
    expect((await admin.call('getPromotion', { params: { id } })).reviews).toEqual([]);
  });

  it('does not count from the author or the requester, unless the policy says so', async () => {
    const { id } = await request(1, null, await registry.join('editor'));
    expect(await review(id, 1, 'approve', author)).toMatchObject({ status: 'pending' });
    expect(await refuseApply(id)).toMatchObject({ code: 'not-approved' });
    await setPolicy({ authorMayApprove: true });
    expect(await admin.call('getPromotion', { params: { id } })).toMatchObject({
      status: 'approved',
      missing: [],
    });
    expect(await apply(id)).toMatchObject({ status: 'applied' });
  });

  it('counts once a member, and the last word of each', async () => {
    await setPolicy({ requiredApprovals: 2 });
    const second = await registry.join('reviewer');
    const { id } = await request(1, null);
    await review(id, 1, 'approve');
    expect((await review(id, 1, 'approve')).missing).toEqual(['1 approval by a reviewer is missing.']);
    expect(await review(id, 1, 'approve', second)).toMatchObject({ status: 'approved' });
    expect(await review(id, 1, 'request-changes', second)).toMatchObject({ status: 'changes-requested' });
    expect(await refuseApply(id)).toMatchObject({
      missing: expect.arrayContaining(['A reviewer asked for changes.']),
    });
    expect(await review(id, 1, 'approve', second)).toMatchObject({ status: 'approved' });
    expect(await apply(id)).toMatchObject({ status: 'applied' });
  });

  it('is judged anew where the policy changes, in lists, too', async () => {
    const { id } = await request(1, null);
    await review(id, 1, 'approve');
    const idsWith = async (status: 'approved' | 'pending') => {
      const { items } = await admin.call('listPromotions', { query: { prompt: name, status } });
      return items.map((item) => item.id);
    };
    expect(await idsWith('approved')).toEqual([id]);
    await setPolicy({ requiredApprovals: 2 });
    expect(await idsWith('approved')).toEqual([]);
    expect(await idsWith('pending')).toEqual([id]);
    expect(await refuseApply(id)).toMatchObject({ code: 'not-approved' });
  });

  it('is not asked for where the policy asks for none', async () => {
    await setPolicy({ requiredApprovals: 0 });
    const { id, missing, status } = await request(3, null);
    expect({ missing, status }).toEqual({ missing: [], status: 'pending' });
    expect(await apply(id)).toMatchObject({ status: 'applied' });
  });
});

describe('whoever decides', () => {
  it('is named: those whose approval would count, without the author and whoever asks', async () => {
    const { reviewers, promoters } = await author.call('listDeciders', {
      params: { name },
      query: { version: 1 },
    });
    const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id);
    expect(ids(reviewers)).toContain(reviewer.id);
    expect(ids(reviewers)).not.toContain(author.id);
    expect(ids(reviewers)).not.toContain(promoter.id);
    expect(ids(promoters)).toEqual(expect.arrayContaining([promoter.id, author.id]));
    const { id } = await request(1, null);
    expect((await admin.call('getPromotion', { params: { id } })).deciders).toEqual({ reviewers, promoters });
  });

  it('is nobody whose keys are all revoked', async () => {
    const former = await registry.join('reviewer');
    const listed = async () =>
      (await author.call('listDeciders', { params: { name }, query: { version: 1 } })).reviewers.some(
        ({ id }) => id === former.id,
      );
    expect(await listed()).toBe(true);
    await admin.call('revokeKey', { params: { id: former.keyId } });
    expect(await listed()).toBe(false);
  });

  it('is told which reviews count, and that the policy has changed', async () => {
    const { id } = await request(1, null);
    await review(id, 1, 'approve');
    const before = await admin.call('getPromotion', { params: { id } });
    expect(before).toMatchObject({ reviews: [{ counts: true }], policyChange: null });
    await setPolicy({ reviewerRoles: ['promoter'] });
    const after = await admin.call('getPromotion', { params: { id } });
    expect(after.reviews).toMatchObject([{ member: { id: reviewer.id }, counts: false }]);
    expect(after.policyChange).toMatchObject({ by: { name: 'Administrator' } });
  });
});
