import { describe, expect, it } from 'vitest';
import {
  defaultPolicy,
  isOpen,
  judgePromotion,
  mayApprove,
  type Policy,
  promotionStatuses,
  type Review,
  sandboxPolicy,
  type TestState,
  waitsFor,
} from '#core/domain/promotion.ts';
import { hasRole, roles } from '#core/domain/roles.ts';

const candidate = { authorId: 'author', requesterId: 'requester' };
const review = (
  memberId: string,
  decision: Review['decision'],
  ...held: Review['roles'][number][]
): Review => ({
  memberId,
  decision,
  roles: held.length > 0 ? held : ['reviewer'],
});
const judge = (reviews: readonly Review[], change: Partial<Policy> = {}, tests?: TestState) => {
  const { status, missing } = judgePromotion({ ...defaultPolicy, ...change }, candidate, reviews, tests);
  return { status, missing };
};

describe('a promotion', () => {
  it('waits for an approval', () => {
    expect(judge([])).toEqual({ status: 'pending', missing: ['1 approval by a reviewer is missing.'] });
    expect(judge([review('r', 'approve')])).toEqual({ status: 'approved', missing: [] });
  });

  it('waits for none in the sandbox', () => {
    expect(judge([], sandboxPolicy)).toEqual({ status: 'pending', missing: [] });
  });

  it('counts each member once, by their last word', () => {
    const two = { requiredApprovals: 2 };
    expect(judge([review('r', 'approve'), review('r', 'approve')], two).status).toBe('pending');
    expect(judge([review('r', 'approve'), review('s', 'approve')], two).status).toBe('approved');
    expect(judge([review('r', 'approve'), review('r', 'request-changes')]).status).toBe('changes-requested');
    expect(judge([review('r', 'request-changes'), review('r', 'approve')]).status).toBe('approved');
  });

  it('is held up by one who asks for changes, however many approve', () => {
    const reviews = [review('r', 'approve'), review('s', 'approve'), review('t', 'request-changes')];
    expect(judge(reviews)).toEqual({
      status: 'changes-requested',
      missing: ['A reviewer asked for changes.'],
    });
    expect(judge([review('t', 'request-changes')]).missing).toHaveLength(2);
  });

  it('names how many approvals are missing, and whose', () => {
    const policy = { requiredApprovals: 3, reviewerRoles: ['reviewer', 'promoter'] as const };
    expect(judge([review('r', 'approve')], policy).missing).toEqual([
      '2 approvals by a reviewer or promoter are missing.',
    ]);
    const byAdmins = { requiredApprovals: 1, reviewerRoles: ['admin', 'editor'] as const };
    expect(judge([], byAdmins).missing).toEqual(['1 approval by an administrator or editor is missing.']);
  });

  it('is open until it is withdrawn, void or applied', () => {
    expect(promotionStatuses.filter(isOpen)).toEqual(['pending', 'approved', 'changes-requested']);
  });
});

describe('an approval', () => {
  it.each(['author', 'requester'])('by the %s counts only where the policy says so', (memberId) => {
    const own = review(memberId, 'approve');
    expect(judge([own]).status).toBe('pending');
    expect(judge([own], { authorMayApprove: true }).status).toBe('approved');
  });

  it('counts from the policy’s roles, and from administrators', () => {
    expect(mayApprove(defaultPolicy, candidate, review('x', 'approve', 'editor', 'promoter'))).toBe(false);
    expect(mayApprove(defaultPolicy, candidate, review('x', 'approve', 'editor', 'reviewer'))).toBe(true);
    expect(mayApprove(defaultPolicy, candidate, review('x', 'approve', 'admin'))).toBe(true);
    const policy = { ...defaultPolicy, reviewerRoles: ['promoter'] as const };
    expect(mayApprove(policy, candidate, review('x', 'approve', 'reviewer'))).toBe(false);
  });
});

it('lets each role do its own and nothing beyond', () => {
  const allowed = Object.fromEntries(
    roles.map((held) => [held, roles.filter((needed) => hasRole([held], needed))]),
  );
  expect(allowed).toEqual({
    app: ['app'],
    viewer: ['app', 'viewer'],
    editor: ['app', 'viewer', 'editor'],
    reviewer: ['app', 'viewer', 'reviewer'],
    promoter: ['app', 'viewer', 'promoter'],
    admin: [...roles],
  });
  expect(hasRole([], 'app')).toBe(false);
});

describe('test inputs', () => {
  const approved = [review('r', 'approve')];

  it('hold a promotion up where the policy asks for them', () => {
    for (const tests of ['failed', 'not-run', 'none'] as const) {
      expect(judge(approved, {}, tests)).toEqual({ status: 'approved', missing: [] });
      const held = judge(approved, { requirePassingTests: true }, tests);
      expect(held.status).toBe('pending');
      expect(held.missing).toHaveLength(1);
    }
    expect(judge(approved, { requirePassingTests: true }, 'passed').status).toBe('approved');
  });
});

describe('an open promotion waits for', () => {
  const waits = (
    memberId: string,
    roles: Review['roles'],
    reviews: readonly Review[],
    change: Partial<Policy> = {},
    tests?: TestState,
  ) => {
    const policy = { ...defaultPolicy, ...change };
    const judgement = judgePromotion(policy, candidate, reviews, tests);
    return waitsFor({ memberId, roles }, policy, candidate, reviews, judgement);
  };

  it('a reviewer whose approval would count and who has not said a word', () => {
    expect(waits('r', ['reviewer'], [])).toBe(true);
    expect(waits('r', ['editor'], [])).toBe(false);
    expect(waits('author', ['reviewer'], [])).toBe(false);
    expect(waits('author', ['reviewer'], [], { authorMayApprove: true })).toBe(true);
    expect(waits('r', ['reviewer'], [review('r', 'approve')], { requiredApprovals: 2 })).toBe(false);
    expect(waits('s', ['reviewer'], [review('r', 'approve')], { requiredApprovals: 2 })).toBe(true);
  });

  it('a promoter, where nothing is missing', () => {
    expect(waits('p', ['promoter'], [])).toBe(false);
    expect(waits('p', ['promoter'], [review('r', 'approve')])).toBe(true);
    expect(waits('r', ['reviewer'], [review('r', 'approve')])).toBe(false);
  });

  it('the author and the requester, where changes are asked for or test inputs do not pass', () => {
    const asked = [review('r', 'request-changes')];
    expect(waits('author', ['editor'], asked)).toBe(true);
    expect(waits('requester', ['editor'], asked)).toBe(true);
    expect(waits('s', ['reviewer'], asked)).toBe(false);
    const tested = { requirePassingTests: true };
    expect(waits('author', ['editor'], [review('r', 'approve')], tested, 'failed')).toBe(true);
    expect(waits('p', ['promoter'], [review('r', 'approve')], tested, 'failed')).toBe(false);
  });
});
