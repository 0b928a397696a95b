import type { PromptPolicy } from '#core/contract/promotion-shapes.ts';
import type { Policy } from '#core/domain/promotion.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { useNotices } from '../shell/notices-store.ts';
import { type PolicySubject, usePolicies } from './policy-store.ts';

interface Wish {
  /** `null` lets a prompt follow the registry's policy. */
  readonly policy: Policy | null;
  readonly reason: string;
  /** What held before, for whoever wants it back. */
  readonly before: PromptPolicy;
  /** What is said once it holds. */
  readonly title: string;
}

/**
 * Makes a policy hold, and offers the one before for a while.
 *
 * @throws BridgeFailure
 */
export async function savePolicy(subject: PolicySubject, wish: Wish): Promise<void> {
  const { policy, reason, before, title } = wish;
  await put(subject, policy, reason);
  const undo = () =>
    void put(subject, before.inherited ? null : before, 'The change before was taken back.').catch(
      (thrown: unknown) => useNotices.getState().showError(toBridgeError(thrown)),
    );
  useNotices.getState().show({
    tone: 'success',
    title,
    message: 'Requests that are open are judged by it from now on.',
    action: { label: 'Undo', run: undo },
  });
}

async function put(subject: PolicySubject, policy: Policy | null, reason: string): Promise<void> {
  const { connection, prompt } = subject;
  if (policy) await usePolicies.getState().save(subject, policy, reason);
  else if (prompt !== undefined) await usePolicies.getState().remove({ connection, prompt }, reason);
}
