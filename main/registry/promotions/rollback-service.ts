import { randomUUID } from 'node:crypto';
import { Problem } from '#core/contract/problem.ts';
import type { Member, Promotion } from '#core/contract/shapes.ts';
import { hasBeenStable } from '../channels/repository.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import type { PolicySource } from '../policy/policy-source.ts';
import { requirePrompt } from '../prompts/repository.ts';
import { requireVersion } from '../versions/repository.ts';
import { assessPromotion } from './assess.ts';
import { checkNotStable, checkStable, moveStable } from './move-stable.ts';
import { insertPromotion, requirePromotion } from './repository.ts';

export interface WantedRollback {
  readonly version: number;
  readonly reason: string;
  /** Where `stable` was when the promoter looked. */
  readonly expectedStable: number | null;
}

/** Takes `stable` back to a version that it has been before: no approval, at once. */
export function createRollbackService(
  { write }: Database,
  appendEvent: AppendEvent,
  clock: Clock,
  policies: PolicySource,
) {
  return {
    /**
     * @throws Problem `prompt-not-found`, `version-not-found`, `stable-moved`, `already-stable`, `never-stable`
     */
    rollBack: (actor: Member, name: string, wanted: WantedRollback): Promise<Promotion> =>
      write(async (transaction) => {
        const { queries } = transaction;
        const prompt = await requirePrompt(queries, name);
        const { version, reason, expectedStable } = wanted;
        const { contentHash } = await requireVersion(queries, prompt, version);
        checkStable(prompt, expectedStable);
        checkNotStable(prompt, version);
        if (!(await hasBeenStable(queries, prompt.id, version))) {
          throw new Problem(
            'never-stable',
            `Version ${version} of “${name}” has never been stable. Ask for its promotion instead.`,
          );
        }
        const id = randomUUID();
        const at = readTime(clock);
        await insertPromotion(queries, {
          id,
          promptId: prompt.id,
          version,
          kind: 'rollback',
          status: 'applied',
          note: reason,
          requestedBy: actor.id,
          createdAt: at,
          baseStable: expectedStable,
          appliedAt: at,
          appliedBy: actor.id,
        });
        const superseded = await moveStable(queries, { promptId: prompt.id, version, promotionId: id, at });
        const data = { promotion: id, from: expectedStable, reason, contentHash, superseded };
        await appendEvent(transaction, { type: 'channel.rolled-back', actor, prompt: name, version, data });
        return assessPromotion(queries, await requirePromotion(queries, id), policies);
      }),
  };
}

export type RollbackService = ReturnType<typeof createRollbackService>;
