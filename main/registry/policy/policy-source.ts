import type { Policy } from '#core/domain/promotion.ts';
import type { Queries } from '../db/database.ts';
import { findPolicy, listPromptPolicies } from './repository.ts';

/** The policy that holds for a prompt, and whether that is the registry's. */
export interface EffectivePolicy {
  readonly policy: Policy;
  readonly inherited: boolean;
}

/** Finds the policies that hold, at the moment of each judgement. */
export interface PolicySource {
  /** The registry's. */
  find(queries: Queries): Promise<Policy>;
  /** One for each of some prompts. @returns a function from a prompt's id */
  findFor(queries: Queries, promptIds: readonly number[]): Promise<(promptId: number) => EffectivePolicy>;
}

/** @param defaultPolicy holds until an administrator sets one */
export function createPolicySource(defaultPolicy: Policy): PolicySource {
  const find = async (queries: Queries) => (await findPolicy(queries)) ?? defaultPolicy;
  return {
    find,
    findFor: async (queries, promptIds) => {
      const general = await find(queries);
      const own = await listPromptPolicies(queries, promptIds);
      return (promptId) => {
        const policy = own.get(promptId);
        return policy ? { policy, inherited: false } : { policy: general, inherited: true };
      };
    },
  };
}
