import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Problem } from '#core/contract/problem.ts';
import type { Deciders, PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { Member, Promotion } from '#core/contract/shapes.ts';
import { isOpen } from '#core/domain/promotion.ts';
import { hasRole } from '#core/domain/roles.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database, Queries, Transaction } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import type { PolicySource } from '../policy/policy-source.ts';
import { requirePrompt } from '../prompts/repository.ts';
import { requireVersion } from '../versions/repository.ts';
import { assessPromotion, assessPromotions } from './assess.ts';
import { checkOpen } from './check-open.ts';
import { describePromotion } from './describe-promotion.ts';
import { findDeciders } from './find-deciders.ts';
import { listWaiting } from './list-waiting.ts';
import { checkNotStable, checkStable, moveStable } from './move-stable.ts';
import {
  insertPromotion,
  listPromotions,
  type PromotionFilter,
  type PromotionRow,
  requirePromotion,
  updatePromotion,
} from './repository.ts';

export interface WantedPromotion {
  readonly version: number;
  readonly note: string;
  /** Where `stable` was when the requester compared. */
  readonly expectedStable: number | null;
  /** The ids of open requests that this one takes the place of. */
  readonly replaces?: readonly string[] | undefined;
}

export interface WantedPromotions extends PromotionFilter {
  /** Only those that cannot go on without whoever asks. */
  readonly waitingFor?: 'me' | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const position = z.number().int();

/** Requests, shows, applies and withdraws promotions. */
export function createPromotionsService(
  { read, write }: Database,
  appendEvent: AppendEvent,
  clock: Clock,
  policies: PolicySource,
) {
  const show = async (queries: Queries, id: string): Promise<Promotion> =>
    assessPromotion(queries, await requirePromotion(queries, id), policies);

  /** @param reason what the event says beside the promotion, for example what has taken its place */
  const withdrawWithin = async (
    transaction: Transaction,
    actor: Member,
    row: PromotionRow,
    reason: Readonly<Record<string, unknown>> = {},
  ): Promise<void> => {
    const { id, requestedBy, requesterName, prompt, version } = row;
    if (requestedBy !== actor.id && !hasRole(actor.roles, 'admin')) {
      const sentence = `Only ${requesterName}, who asked for it, or an administrator may take this promotion back.`;
      throw new Problem('forbidden', sentence, { role: 'admin' });
    }
    checkOpen(row);
    await updatePromotion(transaction.queries, id, { status: 'withdrawn' });
    const data = { promotion: id, ...reason };
    await appendEvent(transaction, { type: 'promotion.withdrawn', actor, prompt, version, data });
  };

  return {
    list: async (actor: Member, filter: WantedPromotions): Promise<Page<Promotion>> => {
      const { limit, waitingFor } = filter;
      const below = decodeCursor(filter.cursor, position);
      if (waitingFor !== undefined) {
        const waiting = await listWaiting(read, actor, filter, policies, below, limit + 1);
        return toPage(
          waiting,
          limit,
          ({ promotion }) => promotion,
          ({ row }) => row.position,
        );
      }
      const rows = await listPromotions(read, filter, below, limit + 1);
      const { items, nextCursor } = toPage(
        rows,
        limit,
        (row) => row,
        (last) => last.position,
      );
      const assessed = await assessPromotions(read, items, policies);
      return { items: assessed.map(({ promotion }) => promotion), nextCursor };
    },

    /** @throws Problem `promotion-not-found` */
    get: (id: string): Promise<PromotionDetails> => describePromotion(read, id, policies, readTime(clock)),

    /** @throws Problem `prompt-not-found`, `version-not-found` */
    listDeciders: async (actor: Member, name: string, version: number): Promise<Deciders> => {
      const prompt = await requirePrompt(read, name);
      const { author } = await requireVersion(read, prompt, version);
      const { policy } = (await policies.findFor(read, [prompt.id]))(prompt.id);
      return findDeciders(read, policy, { authorId: author.id, requesterId: actor.id }, readTime(clock));
    },

    /**
     * Asks for a promotion. What it replaces is withdrawn in the same transaction.
     *
     * @throws Problem `prompt-not-found`, `version-not-found`, `stable-moved`, `already-stable`; of what it replaces
     *   `promotion-not-found`, `promotion-closed`, `forbidden`, `invalid-request` where it is another prompt's
     */
    request: (actor: Member, name: string, wanted: WantedPromotion): Promise<Promotion> =>
      write(async (transaction) => {
        const { queries } = transaction;
        const prompt = await requirePrompt(queries, name);
        const { version, note, expectedStable: baseStable, replaces = [] } = wanted;
        const { contentHash } = await requireVersion(queries, prompt, version);
        checkStable(prompt, baseStable);
        checkNotStable(prompt, version);
        const id = randomUUID();
        for (const replaced of new Set(replaces)) {
          const row = await requirePromotion(queries, replaced);
          if (row.promptId !== prompt.id) throw refuseReplacing(name);
          await withdrawWithin(transaction, actor, row, { replacedBy: id });
        }
        await insertPromotion(queries, {
          id,
          promptId: prompt.id,
          version,
          kind: 'promotion',
          status: 'pending',
          note,
          requestedBy: actor.id,
          createdAt: readTime(clock),
          baseStable,
          appliedAt: null,
          appliedBy: null,
        });
        const data = { promotion: id, note, baseStable, contentHash };
        await appendEvent(transaction, { type: 'promotion.requested', actor, prompt: name, version, data });
        return show(queries, id);
      }),

    /** @throws Problem `promotion-not-found`, `promotion-closed`, `forbidden` */
    withdraw: (actor: Member, id: string): Promise<Promotion> =>
      write(async (transaction) => {
        await withdrawWithin(transaction, actor, await requirePromotion(transaction.queries, id));
        return show(transaction.queries, id);
      }),

    /** @throws Problem `promotion-not-found`, `promotion-closed`, `stable-moved`, `not-approved` */
    apply: (actor: Member, id: string): Promise<Promotion> =>
      write(async (transaction) => {
        const { queries } = transaction;
        const row = await requirePromotion(queries, id);
        const { promptId, prompt, version, baseStable, contentHash } = row;
        if (isOpen(row.status) || row.status === 'superseded') {
          checkStable({ name: prompt, stable: row.currentStable }, baseStable);
        }
        checkOpen(row);
        const { missing } = await show(queries, id);
        if (missing.length > 0) {
          throw new Problem('not-approved', `This cannot go live yet. ${missing.join(' ')}`, { missing });
        }
        const at = readTime(clock);
        await updatePromotion(queries, id, { status: 'applied', appliedAt: at, appliedBy: actor.id });
        const superseded = await moveStable(queries, { promptId, version, promotionId: id, at });
        const data = { promotion: id, from: baseStable, contentHash, superseded };
        await appendEvent(transaction, { type: 'promotion.applied', actor, prompt, version, data });
        return show(queries, id);
      }),
  };
}

function refuseReplacing(prompt: string): Problem {
  const message = `Name requests for the promotion of “${prompt}”, not of another prompt.`;
  return new Problem('invalid-request', message, { errors: [{ field: 'replaces', message }] });
}

export type PromotionsService = ReturnType<typeof createPromotionsService>;
