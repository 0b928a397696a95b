import { hash, randomUUID } from 'node:crypto';
import { Problem } from '#core/contract/problem.ts';

/** For how long a call that nobody answered is remembered, in milliseconds: who tries again does it soon. */
const rememberedFor = 10 * 60_000;

/**
 * Gives each call its idempotency key. A call that ended without an answer may have had its effect: where the same
 * one is made again, it has the same key, so that it has that effect once.
 */
export function createCallKeys(now: () => number = Date.now) {
  const unanswered = new Map<string, { readonly key: string; readonly since: number }>();

  return async <Value>(call: unknown, work: (key: string) => Promise<Value>): Promise<Value> => {
    for (const [id, { since }] of unanswered) if (now() - since > rememberedFor) unanswered.delete(id);
    const id = hash('sha256', JSON.stringify(call), 'hex');
    const { key } = unanswered.get(id) ?? { key: randomUUID() };
    unanswered.set(id, { key, since: now() });
    try {
      const value = await work(key);
      unanswered.delete(id);
      return value;
    } catch (error) {
      if (error instanceof Problem && error.toDocument().status < 500) unanswered.delete(id);
      throw error;
    }
  };
}
