import { useEffect, useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PolicyPreview } from '#core/contract/promotion-shapes.ts';
import type { Policy } from '#core/domain/promotion.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { usePromotions } from '../promotion/promotions-store.ts';
import type { PolicySubject } from './policy-store.ts';

/** Long enough that a few changes in a row are asked for once, in milliseconds. */
const calm = 200;

interface Answer {
  readonly preview: PolicyPreview | null;
  readonly error: BridgeError | null;
}

/** What a policy would change for the requests that are open now, as the registry says it. */
export function usePolicyPreview({ connection, prompt }: PolicySubject, policy: Policy): Answer {
  const [answer, setAnswer] = useState<Answer>({ preview: null, error: null });
  const { requiredApprovals, reviewerRoles, authorMayApprove, requirePassingTests } = policy;
  const roles = reviewerRoles.join();
  // What it is judged with changes while it is looked at.
  const promotions = usePromotions((state) => state.promotions[connection]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the roles are compared by what they are
  useEffect(() => {
    let isMeant = true;
    const ask = async () => {
      try {
        const preview = await unwrap(
          bridge.policy.preview({
            connection,
            prompt,
            requiredApprovals,
            reviewerRoles: [...reviewerRoles],
            authorMayApprove,
            requirePassingTests,
          }),
        );
        if (isMeant) setAnswer({ preview, error: null });
      } catch (thrown) {
        if (isMeant) setAnswer({ preview: null, error: toBridgeError(thrown) });
      }
    };
    const timer = setTimeout(() => void ask(), calm);
    return () => {
      isMeant = false;
      clearTimeout(timer);
    };
  }, [connection, prompt, requiredApprovals, roles, authorMayApprove, requirePassingTests, promotions]);
  return answer;
}
