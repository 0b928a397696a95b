import { Problem } from '#core/contract/problem.ts';
import type { Deciders, PromotionOutlook } from '#core/contract/promotion-shapes.ts';
import type { RegistryReader } from './replica/registry-reader.ts';

/** What the promotion of a version would need. */
export async function readPromotionOutlook(
  reader: RegistryReader,
  name: string,
  version: number,
): Promise<PromotionOutlook> {
  const params = { name };
  const [policy, deciders, evaluations] = await Promise.all([
    reader.call('getPromptPolicy', { params }),
    reader.call('listDeciders', { params, query: { version } }).catch(nullWhereUnknown),
    reader.call('listEvaluations', { params, query: { candidate: version, limit: 1 } }),
  ]);
  return { policy, deciders, evaluation: evaluations.items[0] ?? null };
}

/** A registry of an earlier release does not have the call. */
function nullWhereUnknown(error: unknown): Deciders | null {
  if (error instanceof Problem && error.code === 'not-found') return null;
  throw error;
}
