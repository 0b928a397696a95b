import { Problem } from '#core/contract/problem.ts';
import type { Deciders, PromotionOutlook } from '#core/contract/promotion-shapes.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';

/** What the promotion of a version would need. */
export async function readPromotionOutlook(
  client: RegistryClient,
  name: string,
  version: number,
): Promise<PromotionOutlook> {
  const params = { name };
  const [policy, deciders, evaluations] = await Promise.all([
    client.call('getPromptPolicy', { params }),
    client.call('listDeciders', { params, query: { version } }).catch(nullWhereUnknown),
    client.call('listEvaluations', { params, query: { candidate: version, limit: 1 } }),
  ]);
  return { policy, deciders, evaluation: evaluations.items[0] ?? null };
}

/** A registry of an earlier release does not have the call. */
function nullWhereUnknown(error: unknown): Deciders | null {
  if (error instanceof Problem && error.code === 'not-found') return null;
  throw error;
}
