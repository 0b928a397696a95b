import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { KeySummary } from '#core/contract/member-shapes.ts';
import { Problem } from '#core/contract/problem.ts';
import type { NewKey, Person } from '#core/contract/shapes.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import { giveReason } from '../give-reason.ts';
import { requireMember } from '../members/repository.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import { hashKey, type MadeKey, makeKey } from './make-key.ts';
import { insertKey, listKeys, markRevoked, replaceSecret, requireKey } from './repository.ts';

export interface WantedKey {
  readonly memberId: string;
  readonly name: string;
  readonly expiresAt?: string | undefined;
}

const position = z.object({ createdAt: z.string(), id: z.string() });

/**
 * Gives out keys, rotates and revokes them.
 *
 * @param findLastUse when a key was used last, as far as the store does not know it yet
 */
export function createKeysService(
  { read, write }: Database,
  appendEvent: AppendEvent,
  clock: Clock,
  findLastUse: (keyId: string) => string | null,
) {
  const createWithin = async (
    transaction: Transaction,
    actor: Person,
    wanted: WantedKey,
    made: MadeKey = makeKey(),
  ): Promise<NewKey> => {
    const { memberId, name } = wanted;
    const { secret, prefix } = made;
    await requireMember(transaction.queries, memberId);
    const expiresAt = readExpiry(wanted.expiresAt, clock);
    const id = randomUUID();
    const createdAt = readTime(clock);
    const hash = hashKey(secret);
    await insertKey(transaction.queries, { id, memberId, name, prefix, hash, createdAt, expiresAt });
    await appendEvent(transaction, { type: 'key.created', actor, data: { key: id, member: memberId, name } });
    return { id, name, prefix, secret, expiresAt };
  };

  return {
    /** @throws Problem `member-not-found`; `invalid-request` where it would have expired already */
    create: (actor: Person, wanted: WantedKey): Promise<NewKey> =>
      write((transaction) => createWithin(transaction, actor, wanted)),

    /** The same as a part of a larger change, or with a key that somebody chose. */
    createWithin,

    /** @throws Problem `member-not-found` */
    list: async (memberId: string, limit: number, cursor?: string): Promise<Page<KeySummary>> => {
      await requireMember(read, memberId);
      const rows = await listKeys(read, memberId, decodeCursor(cursor, position), limit + 1);
      return toPage(
        rows,
        limit,
        ({ memberId: _member, hash: _hash, ...shown }) => ({
          ...shown,
          lastUsedAt: findLastUse(shown.id) ?? shown.lastUsedAt,
        }),
        ({ createdAt, id }) => ({ createdAt, id }),
      );
    },

    /**
     * Gives a key another secret, with its name and expiry kept. The old secret is refused at once.
     *
     * @throws Problem `key-not-found`, `key-not-usable`
     */
    rotate: (actor: Person, id: string): Promise<NewKey> =>
      write(async (transaction) => {
        const { memberId, name, expiresAt, revokedAt } = await requireKey(transaction.queries, id);
        if (revokedAt !== null) throw new Problem('key-not-usable', 'This key was revoked. Make a new one.');
        if (expiresAt !== null && expiresAt <= readTime(clock)) {
          throw new Problem('key-not-usable', 'This key has expired. Make a new one.');
        }
        const { secret, prefix } = makeKey();
        await replaceSecret(transaction.queries, id, { prefix, hash: hashKey(secret) });
        const data = { key: id, member: memberId, name };
        await appendEvent(transaction, { type: 'key.rotated', actor, data });
        return { id, name, prefix, secret, expiresAt };
      }),

    /**
     * Revokes a key, at once. Doing so again changes nothing.
     *
     * @param reason why; the event keeps it
     * @throws Problem `key-not-found`
     */
    revoke: (actor: Person, id: string, reason?: string): Promise<void> =>
      write(async (transaction) => {
        const key = await requireKey(transaction.queries, id);
        if (key.revokedAt !== null) return;
        await markRevoked(transaction.queries, id, readTime(clock));
        const data = { key: id, member: key.memberId, name: key.name, ...giveReason(reason) };
        await appendEvent(transaction, { type: 'key.revoked', actor, data });
      }),
  };
}

export type KeysService = ReturnType<typeof createKeysService>;

function readExpiry(expiresAt: string | undefined, clock: Clock): string | null {
  if (expiresAt === undefined) return null;
  const time = new Date(expiresAt).toISOString();
  if (time > readTime(clock)) return time;
  const message = 'This time has passed already.';
  throw new Problem('invalid-request', message, { errors: [{ field: 'expiresAt', message }] });
}
