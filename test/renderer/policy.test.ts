import { describe, expect, it } from 'vitest';
import type { Member } from '#core/contract/shapes.ts';
import { defaultPolicy, type Policy } from '#core/domain/promotion.ts';
import type { Role } from '#core/domain/roles.ts';
import {
  describeEffect,
  findShortage,
  isSamePolicy,
  listApprovers,
  listUnableToReview,
  nameSome,
} from '#renderer/features/policy/policy-sentences.ts';
import { describePolicy, readPolicy } from '#renderer/format/describe-policy.ts';
import { compareRoles } from '#renderer/format/roles.ts';

const member = (name: string, ...roles: Role[]): Member => ({ id: name, name, email: null, roles });
const policy = (part: Partial<Policy>): Policy => ({ ...defaultPolicy, ...part });

describe('a policy', () => {
  it('is read from an event, unless it is none or of a kind that only a newer registry knows', () => {
    const ofPrompt = { ...defaultPolicy, inherited: false };
    expect(readPolicy(ofPrompt)).toEqual(ofPrompt);
    for (const field of Object.keys(defaultPolicy))
      expect(readPolicy({ ...ofPrompt, [field]: {} })).toBeNull();
    expect(readPolicy({ ...defaultPolicy, reviewerRoles: ['lawyer'] })).toBeNull();
    for (const none of [null, undefined, 'policy', []]) expect(readPolicy(none)).toBeNull();
  });

  it('reads as sentences', () => {
    expect(describePolicy(policy({ requiredApprovals: 2, reviewerRoles: ['reviewer', 'admin'] }))).toEqual([
      'A version becomes stable after 2 approvals by reviewers or administrators.',
      'The author, and whoever asks for the promotion, may not approve it themselves.',
      'Test inputs need not pass.',
    ]);
    expect(describePolicy(policy({ requiredApprovals: 0, requirePassingTests: true }))).toEqual([
      'A version becomes stable without an approval.',
      'Test inputs must pass.',
    ]);
    expect(describePolicy(policy({ authorMayApprove: true }))[1]).toContain('may approve');
  });

  it('is the same whatever the order of its roles', () => {
    const one = policy({ reviewerRoles: ['reviewer', 'admin'] });
    expect(isSamePolicy(one, policy({ reviewerRoles: ['admin', 'reviewer'] }))).toBe(true);
    for (const other of [
      { reviewerRoles: ['reviewer'] as const },
      { reviewerRoles: one.reviewerRoles, requiredApprovals: 3 },
      { reviewerRoles: one.reviewerRoles, authorMayApprove: true },
      { reviewerRoles: one.reviewerRoles, requirePassingTests: true },
    ]) {
      expect(isSamePolicy(one, policy(other))).toBe(false);
    }
  });
});

describe('who may approve', () => {
  const admin = member('Ada', 'admin');
  const reviewer = member('Rosa', 'reviewer');
  const promoter = member('Pia', 'promoter');
  const both = member('Bo', 'reviewer', 'promoter');

  it('is whoever may review and has a role that the policy names', () => {
    const all = [admin, reviewer, promoter, both, member('Emil', 'editor')];
    expect(listApprovers(defaultPolicy, all)).toEqual([admin, reviewer, both]);
    expect(listApprovers(policy({ reviewerRoles: ['promoter'] }), all)).toEqual([admin, both]);
    expect(listApprovers(policy({ reviewerRoles: ['admin'] }), all)).toEqual([admin]);
    expect(listUnableToReview(policy({ reviewerRoles: ['promoter'] }), all)).toEqual([promoter]);
  });

  it('may be too few', () => {
    expect(findShortage(policy({ requiredApprovals: 0 }), [])).toBeNull();
    expect(findShortage(defaultPolicy, [promoter])).toMatchObject({
      tone: 'danger',
      sentence: expect.stringContaining('1 approval is asked for, and nobody may give one'),
    });
    expect(findShortage(policy({ requiredApprovals: 2 }), [reviewer, promoter])).toMatchObject({
      tone: 'danger',
      sentence: expect.stringContaining('2 approvals are asked for, and only Rosa may give one'),
    });
  });

  it('may be too few once one of them is the author', () => {
    expect(findShortage(defaultPolicy, [admin])).toMatchObject({
      tone: 'warning',
      sentence: expect.stringContaining('When Ada writes'),
    });
    expect(findShortage(policy({ requiredApprovals: 2 }), [admin, reviewer])?.sentence).toContain(
      'one of them',
    );
    expect(findShortage(policy({ authorMayApprove: true }), [admin])).toBeNull();
    expect(findShortage(defaultPolicy, [reviewer])).toBeNull();
    expect(findShortage(defaultPolicy, [admin, reviewer])).toBeNull();
  });

  it('is named, the first of many', () => {
    const people = Array.from({ length: 9 }, (_, index) => member(`P${index}`));
    expect(nameSome(people.slice(0, 6))).toMatch(/^P0, P1, P2, P3, P4,? and P5$/);
    expect(nameSome(people)).toMatch(/P4,? and 4 more$/);
  });
});

describe('what a policy would change', () => {
  const effect = {
    id: 'p1',
    prompt: 'refund',
    version: 3,
    requestedBy: { id: 'e', name: 'Emil' },
    before: { status: 'approved' as const, missing: [] },
    after: { status: 'pending' as const, missing: ['1 approval by a promoter is missing.'] },
    voided: [{ id: 'r', name: 'Rosa' }],
    counted: [],
  };

  it('is told in sentences', () => {
    expect(describeEffect(effect)).toEqual([
      'The approval of Rosa would be void.',
      '1 approval by a promoter is missing.',
    ]);
    const ready = { ...effect, after: effect.before, voided: [], counted: effect.voided };
    expect(describeEffect(ready)).toEqual([
      'The approval of Rosa would count.',
      'It would be ready to be promoted.',
    ]);
  });
});

describe('a change of roles', () => {
  it('tells what is gained and lost, not what stays', () => {
    expect(compareRoles(['editor'], ['reviewer'])).toEqual({
      gains: ['review promotions'],
      loses: ['write prompts and ask for promotions'],
    });
    expect(compareRoles(['viewer'], ['viewer', 'editor']).loses).toEqual([]);
    expect(compareRoles(['admin'], ['editor', 'reviewer']).loses).toEqual([
      'promote and roll back',
      'look after members, keys, the policy and webhooks',
    ]);
    expect(compareRoles(['editor', 'viewer'], ['editor'])).toEqual({ gains: [], loses: [] });
  });
});
