import type { Connection, PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { Policy } from '#core/domain/promotion.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { findRefusal } from '../connections/permissions-store.ts';
import { policyKey, usePolicies } from '../policy/policy-store.ts';

/** True where the user may promote and nobody has to approve; until the policy is known, where they may promote. */
export function promotesAtOnce(connection: Connection | null, policy: Policy | undefined): boolean {
  const isFree = !policy || (policy.requiredApprovals === 0 && !policy.requirePassingTests);
  return isFree && findRefusal(['editor', 'promoter'], connection) === null;
}

/** The same for a component, about a prompt. */
export function usePromotesAtOnce(place: PromptPlace): boolean {
  const policy = usePolicies((state) => state.policies[policyKey(place)]);
  return useConnections((state) => promotesAtOnce(currentConnection(state), policy));
}

/** False while the role or the policy is being read, so that it may turn out either way. */
export function knowsHowToPromote(connection: Connection | null, hasPolicy: boolean): boolean {
  if (!connection || !hasPolicy) return false;
  return connection.member !== null || connection.status !== 'connecting';
}

/** The same for a component, about a prompt. */
export function useKnowsHowToPromote(place: PromptPlace): boolean {
  const key = policyKey(place);
  const hasPolicy = usePolicies(({ policies, errors }) => policies[key] !== undefined || errors[key] != null);
  return useConnections((state) => knowsHowToPromote(currentConnection(state), hasPolicy));
}
