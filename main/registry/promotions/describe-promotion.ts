import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { Queries } from '../db/database.ts';
import { findEvaluationWhenApplied, findLastEvaluation } from '../evaluations/repository.ts';
import { findPolicyChange } from '../events/repository.ts';
import type { PolicySource } from '../policy/policy-source.ts';
import { toPromptPolicy } from '../policy/service.ts';
import { requireVersion } from '../versions/repository.ts';
import { assessPromotion } from './assess.ts';
import { listComments } from './comments-repository.ts';
import { findDeciders } from './find-deciders.ts';
import { requirePromotion } from './repository.ts';

/**
 * A promotion with everything that whoever decides on it wants to see.
 *
 * @throws Problem `promotion-not-found`
 */
export async function describePromotion(
  queries: Queries,
  id: string,
  policies: PolicySource,
  now: string,
): Promise<PromotionDetails> {
  const row = await requirePromotion(queries, id);
  const { promptId, version, baseStable } = row;
  const prompt = { id: promptId, name: row.prompt };
  const effective = (await policies.findFor(queries, [promptId]))(promptId);
  const people = { authorId: row.authorId, requesterId: row.requestedBy };
  return {
    ...(await assessPromotion(queries, row, policies)),
    candidate: await requireVersion(queries, prompt, version),
    baseline: baseStable === null ? null : await requireVersion(queries, prompt, baseStable),
    comments: await listComments(queries, id),
    evaluation:
      row.appliedAt === null
        ? await findLastEvaluation(queries, prompt, version)
        : await findEvaluationWhenApplied(queries, prompt, row),
    policy: toPromptPolicy(effective),
    deciders: await findDeciders(queries, effective.policy, people, now),
    policyChange: await findPolicyChange(queries, row.prompt, row.createdAt),
  };
}
