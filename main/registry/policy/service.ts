import { z } from 'zod';
import type { OwnPolicy, PolicyPreview, PromptPolicy } from '#core/contract/promotion-shapes.ts';
import type { Person } from '#core/contract/shapes.ts';
import type { Policy } from '#core/domain/promotion.ts';
import type { Database, Queries, Transaction } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import { giveReason } from '../give-reason.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import { requirePrompt } from '../prompts/repository.ts';
import type { EffectivePolicy, PolicySource } from './policy-source.ts';
import { previewPolicy } from './preview-policy.ts';
import { deletePromptPolicy, listOwnPolicies, storePolicy, storePromptPolicy } from './repository.ts';

/**
 * What has to be there before `stable` may move: for the whole registry, and for single prompts.
 *
 * @param whenChanged brings what was judged under the old policy up to date, in the same transaction
 */
export function createPolicyService(
  { read, write }: Database,
  appendEvent: AppendEvent,
  policies: PolicySource,
  whenChanged: (transaction: Transaction, promptId?: number) => Promise<void>,
) {
  const findFor = async (queries: Queries, promptId: number): Promise<PromptPolicy> =>
    toPromptPolicy((await policies.findFor(queries, [promptId]))(promptId));

  /** @param store makes the change; says `false` where there is none to make */
  const change = (
    actor: Person,
    prompt: string,
    reason: string | undefined,
    store: (queries: Queries, promptId: number, before: PromptPolicy) => Promise<boolean>,
  ) =>
    write(async (transaction): Promise<PromptPolicy> => {
      const { queries } = transaction;
      const { id } = await requirePrompt(queries, prompt);
      const before = await findFor(queries, id);
      if (!(await store(queries, id, before))) return before;
      await whenChanged(transaction, id);
      const after = await findFor(queries, id);
      const data = { before, after, ...giveReason(reason) };
      await appendEvent(transaction, { type: 'policy.changed', actor, prompt, data });
      return after;
    });

  return {
    get: (): Promise<Policy> => policies.find(read),

    /** @param reason why; the event keeps it */
    set: (actor: Person, wanted: Policy, reason?: string): Promise<Policy> =>
      write(async (transaction) => {
        const policy = withoutRepeats(wanted);
        const before = await policies.find(transaction.queries);
        await storePolicy(transaction.queries, policy);
        await whenChanged(transaction);
        const data = { before, after: policy, ...giveReason(reason) };
        await appendEvent(transaction, { type: 'policy.changed', actor, data });
        return policy;
      }),

    /** @throws Problem `prompt-not-found` */
    getForPrompt: async (prompt: string): Promise<PromptPolicy> =>
      findFor(read, (await requirePrompt(read, prompt)).id),

    /** @throws Problem `prompt-not-found` */
    setForPrompt: (actor: Person, prompt: string, wanted: Policy, reason?: string): Promise<PromptPolicy> =>
      change(actor, prompt, reason, async (queries, promptId) => {
        await storePromptPolicy(queries, promptId, withoutRepeats(wanted));
        return true;
      }),

    /**
     * Lets a prompt follow the registry's policy. Doing so again changes nothing.
     *
     * @throws Problem `prompt-not-found`
     */
    removeForPrompt: (actor: Person, prompt: string, reason?: string): Promise<PromptPolicy> =>
      change(actor, prompt, reason, async (queries, promptId, { inherited }) => {
        if (!inherited) await deletePromptPolicy(queries, promptId);
        return !inherited;
      }),

    /** The prompts that have a policy of their own. */
    listOwn: async (limit: number, cursor?: string): Promise<Page<OwnPolicy>> => {
      const rows = await listOwnPolicies(read, decodeCursor(cursor, z.string()), limit + 1);
      return toPage(
        rows,
        limit,
        (row) => row,
        (last) => last.prompt,
      );
    },

    /** What a policy of the registry would change for open promotions. */
    preview: (wanted: Policy): Promise<PolicyPreview> =>
      previewPolicy(read, policies, withoutRepeats(wanted)),

    /**
     * The same for a prompt's own.
     *
     * @throws Problem `prompt-not-found`
     */
    previewForPrompt: async (prompt: string, wanted: Policy): Promise<PolicyPreview> => {
      const { id } = await requirePrompt(read, prompt);
      return previewPolicy(read, policies, withoutRepeats(wanted), id);
    },
  };
}

export type PolicyService = ReturnType<typeof createPolicyService>;

/** A policy as the API shows it. */
export function toPromptPolicy({ policy, inherited }: EffectivePolicy): PromptPolicy {
  return { ...policy, reviewerRoles: [...policy.reviewerRoles], inherited };
}

function withoutRepeats(policy: Policy): Policy {
  return { ...policy, reviewerRoles: [...new Set(policy.reviewerRoles)] };
}
