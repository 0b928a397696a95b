import { describe, expect, it } from 'vitest';
import { findRefusal, findWithdrawRefusal } from '../../renderer/features/connections/permissions-store.ts';
import { knowsHowToPromote, promotesAtOnce } from '../../renderer/features/promotion/use-promotes-at-once.ts';
import { connectionWith } from './support/memory-app.ts';

describe('what a role may not do', () => {
  const viewer = { ...connectionWith(['viewer']), name: 'Acme' };
  const tail = 'In Acme you have the role “viewer”.';

  it('is refused with the roles that it takes, all of them or one of them', () => {
    expect(findRefusal('admin', viewer)).toBe(`This takes the role “administrator”. ${tail}`);
    expect(findRefusal(['editor', 'promoter'], viewer)).toBe(
      `This takes the role “editor” and “promoter”. ${tail}`,
    );
    expect(findRefusal({ anyOf: ['editor', 'reviewer'] }, viewer)).toBe(
      `This takes the role “editor” or “reviewer”. ${tail}`,
    );
  });

  it('names only what is missing, and nothing where the user may', () => {
    expect(findRefusal(['editor', 'promoter'], connectionWith(['editor']))).toMatch(
      /^This takes the role “promoter”\./,
    );
    expect(findRefusal({ anyOf: ['editor', 'reviewer'] }, connectionWith(['reviewer']))).toBeNull();
    expect(findRefusal(['editor', 'promoter'], connectionWith(['admin']))).toBeNull();
  });

  it('cannot be said before the registry has', () => {
    expect(findRefusal('viewer', { ...viewer, member: null })).toContain('once the registry has answered');
    expect(findRefusal({ anyOf: ['viewer'] }, null)).toContain('once the registry has answered');
  });

  it('is not to take back what another asked for', () => {
    const mine = { requestedBy: { id: viewer.member?.id ?? '', name: 'Me' } };
    const theirs = { requestedBy: { id: 'ola', name: 'Ola Owner' } };
    expect(findWithdrawRefusal(mine, viewer)).toBeNull();
    expect(findWithdrawRefusal(theirs, viewer)).toBe(
      'Ola Owner asked for this, so Ola Owner or an administrator can withdraw it.',
    );
    expect(findWithdrawRefusal(theirs, connectionWith(['admin']))).toBeNull();
  });
});

describe('how a version is promoted', () => {
  const free = {
    requiredApprovals: 0,
    reviewerRoles: [],
    authorMayApprove: true,
    requirePassingTests: false,
  };
  const admin = connectionWith(['admin']);

  it('is not known while the role or the policy is being read', () => {
    const connecting = { ...admin, member: null, status: 'connecting' as const };
    expect(knowsHowToPromote(null, true)).toBe(false);
    expect(knowsHowToPromote(connecting, true)).toBe(false);
    expect(knowsHowToPromote(admin, false)).toBe(false);
    expect(knowsHowToPromote(admin, true)).toBe(true);
    expect(knowsHowToPromote({ ...connecting, status: 'offline' }, true)).toBe(true);
  });

  it('is at once where nobody has to approve', () => {
    expect(promotesAtOnce(admin, free)).toBe(true);
    expect(promotesAtOnce(admin, { ...free, requiredApprovals: 1 })).toBe(false);
    expect(promotesAtOnce(connectionWith(['editor']), free)).toBe(false);
  });
});
