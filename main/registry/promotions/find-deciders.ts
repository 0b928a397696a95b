import type { Deciders } from '#core/contract/promotion-shapes.ts';
import type { Member } from '#core/contract/shapes.ts';
import { type Candidate, mayApprove, type Policy } from '#core/domain/promotion.ts';
import { hasRole } from '#core/domain/roles.ts';
import type { Queries } from '../db/database.ts';
import { listMembersWithKeys } from '../members/repository.ts';

/**
 * Who could approve a candidate, and who could promote it.
 *
 * @param now leaves out members whose keys have all expired
 */
export async function findDeciders(
  queries: Queries,
  policy: Policy,
  candidate: Candidate,
  now: string,
): Promise<Deciders> {
  const members = await listMembersWithKeys(queries, now);
  const mayReview = ({ id, roles }: Member) =>
    hasRole(roles, 'reviewer') && mayApprove(policy, candidate, { memberId: id, roles });
  return {
    reviewers: members.filter(mayReview).map(toPerson),
    promoters: members.filter(({ roles }) => hasRole(roles, 'promoter')).map(toPerson),
  };
}

const toPerson = ({ id, name }: Member) => ({ id, name });
