import { AsyncLocalStorage } from 'node:async_hooks';
import { Problem } from '#core/contract/problem.ts';
import type { Clock } from '../clock.ts';
import type { Database, Queries } from '../db/database.ts';
import { type FirstAnswer, findFirstAnswer, keepFirstAnswer } from './repository.ts';

/** For how long a call may be repeated, in milliseconds. */
const keptFor = 24 * 3_600_000;

/** A call that whoever makes it may repeat. */
export interface RepeatableCall {
  /** Who calls what, and the key they gave the call. */
  readonly id: string;
  /** Of its body. */
  readonly fingerprint: string;
  /** A field of the answer that is shown once and never kept. */
  readonly showsOnce?: string | undefined;
}

/** Leaves a transaction because the call has had its effect before. */
class AnsweredBefore extends Error {
  readonly first: FirstAnswer;
  constructor(first: FirstAnswer) {
    super('This call was answered before.');
    this.first = first;
  }
}

/**
 * Lets a call that is repeated have one effect and equal answers. The answer is kept in the transaction of the
 * change itself: there is never one without the other.
 */
export function createFirstAnswers(store: Database, clock: Clock) {
  const underWay = new AsyncLocalStorage<RepeatableCall & { isKept: boolean }>();

  const find = (queries: Queries, { id }: RepeatableCall) =>
    findFirstAnswer(queries, id, clock().toISOString());

  const write: Database['write'] = (work) => {
    const call = underWay.getStore();
    if (!call || call.isKept) return store.write(work);
    call.isKept = true;
    // Outside of the call: what the store does next is done for others, too.
    return underWay.exit(() =>
      store.write(async (transaction) => {
        const first = await find(transaction.queries, call);
        if (first) throw new AnsweredBefore(first);
        const value = await work(transaction);
        const answer = toKept(value, call);
        const expiresAt = new Date(clock().getTime() + keptFor).toISOString();
        const { id, fingerprint } = call;
        await keepFirstAnswer(transaction.queries, { id, fingerprint, answer, expiresAt });
        return value;
      }),
    );
  };

  return {
    /** The store, in which a call under way keeps its answer together with its change. */
    database: { ...store, write } satisfies Database,

    /**
     * Does a call's work, or gives the answer of the first time.
     *
     * @param work makes its change in one `write`, and answers with what that returned
     * @throws Problem `idempotency-key-reused`; `secret-not-repeated` where the answer was a secret
     */
    once: async (call: RepeatableCall, work: () => Promise<unknown>): Promise<unknown> => {
      const known = await find(store.read, call);
      if (known) return repeat(call, known);
      try {
        return await underWay.run({ ...call, isKept: false }, work);
      } catch (error) {
        if (error instanceof AnsweredBefore) return repeat(call, error.first);
        throw error;
      }
    },
  };
}

function toKept(value: unknown, { showsOnce }: RepeatableCall): string {
  if (showsOnce === undefined || typeof value !== 'object') return JSON.stringify(value ?? null);
  return JSON.stringify({ ...value, [showsOnce]: undefined });
}

function repeat({ fingerprint, showsOnce }: RepeatableCall, first: FirstAnswer): unknown {
  if (first.fingerprint !== fingerprint) {
    throw new Problem(
      'idempotency-key-reused',
      'This Idempotency-Key was used before with another body. Nothing was changed: take a new key for a new call.',
    );
  }
  const answer: unknown = JSON.parse(first.answer);
  if (showsOnce === undefined) return answer;
  throw new Problem(
    'secret-not-repeated',
    'This was done by an earlier call with the same Idempotency-Key, and its secret was shown only then. Nothing was changed. Rotate the secret for a new one.',
    { first: answer },
  );
}
