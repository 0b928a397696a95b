import type { OwnPolicy } from '#core/contract/promotion-shapes.ts';
import { policy as policyShape } from '#core/contract/shapes.ts';
import type { Policy } from '#core/domain/promotion.ts';
import type { Queries } from '../db/database.ts';
import { findFact, setFact } from '../db/facts.ts';

const factName = 'policy';

/** The registry's policy that was set, or `null` where none ever was. */
export async function findPolicy(queries: Queries): Promise<Policy | null> {
  const stored = await findFact(queries, factName);
  return stored === null ? null : readPolicy(stored);
}

export async function storePolicy(queries: Queries, policy: Policy): Promise<void> {
  await setFact(queries, factName, JSON.stringify(policy));
}

/** The policies of those of some prompts that have one of their own, by the prompts' ids. */
export async function listPromptPolicies(
  queries: Queries,
  promptIds: readonly number[],
): Promise<Map<number, Policy>> {
  if (promptIds.length === 0) return new Map();
  const rows = await queries
    .selectFrom('promptPolicies')
    .selectAll()
    .where('promptId', 'in', [...new Set(promptIds)])
    .execute();
  return new Map(rows.map(({ promptId, policy }) => [promptId, readPolicy(policy)]));
}

/** The prompts that have a policy of their own, by name, beginning after one. */
export async function listOwnPolicies(
  queries: Queries,
  after: string | null,
  limit: number,
): Promise<OwnPolicy[]> {
  const rows = await queries
    .selectFrom('promptPolicies')
    .innerJoin('prompts', 'prompts.id', 'promptPolicies.promptId')
    .select(['prompts.name', 'prompts.title', 'promptPolicies.policy'])
    .$if(after !== null, (query) => query.where('prompts.name', '>', after ?? ''))
    .orderBy('prompts.name')
    .limit(limit)
    .execute();
  return rows.map(({ name, title, policy }) => ({
    prompt: name,
    title,
    ...policyShape.parse(JSON.parse(policy)),
  }));
}

export async function storePromptPolicy(queries: Queries, promptId: number, wanted: Policy): Promise<void> {
  const policy = JSON.stringify(wanted);
  await queries
    .insertInto('promptPolicies')
    .values({ promptId, policy })
    .onConflict((conflict) => conflict.column('promptId').doUpdateSet({ policy }))
    .execute();
}

export async function deletePromptPolicy(queries: Queries, promptId: number): Promise<void> {
  await queries.deleteFrom('promptPolicies').where('promptId', '=', promptId).execute();
}

function readPolicy(stored: string): Policy {
  return policyShape.parse(JSON.parse(stored));
}
