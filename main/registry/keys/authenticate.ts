import { timingSafeEqual } from 'node:crypto';
import { Problem } from '#core/contract/problem.ts';
import type { Member } from '#core/contract/shapes.ts';
import { createBoundedCache } from '../bounded-cache.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { EventFeed } from '../events/event-feed.ts';
import { toMember } from '../members/repository.ts';
import { hashKey } from './make-key.ts';
import type { RateLimit } from './rate-limit.ts';
import { findUsableKey } from './repository.ts';

const keptKeys = 10_000;

/** Who calls, and with which key. */
export interface Caller {
  readonly member: Member;
  readonly keyId: string;
  readonly expiresAt: string | null;
}

export interface Authenticator {
  /**
   * @throws Problem `unauthenticated` for no key, or one that is unknown, expired or revoked; `rate-limited` for one
   *   that sends too much
   */
  authenticate(authorization: string | undefined): Promise<Caller>;
  /** The same for a key in memory, at once; `null` for every other, refused ones included. */
  recognise(authorization: string | undefined): Caller | null;
  /** True where the key has expired since. */
  hasExpired(caller: Caller): boolean;
}

/** Recognises keys. Those in use are kept in memory, and forgotten the moment that one is revoked or a
 * member changes. */
export function createAuthenticator(
  { read }: Pick<Database, 'read'>,
  feed: EventFeed,
  clock: Clock,
  noteUse: (keyId: string) => void,
  rateLimit: RateLimit,
): Authenticator {
  const kept = createBoundedCache<Caller & { readonly hash: Buffer }>(keptKeys);
  let generation = 0;
  feed.subscribe((event) => {
    if (!event.type.startsWith('key.') && !event.type.startsWith('member.')) return;
    generation += 1;
    kept.clear();
  });

  async function find(hash: string) {
    const known = kept.get(hash);
    if (known) return known;
    const before = generation;
    const row = await findUsableKey(read, hash);
    if (!row) return null;
    const { keyId, expiresAt } = row;
    const found = { member: toMember(row), keyId, expiresAt, hash: Buffer.from(row.hash) };
    // A key that was revoked while it was looked up must not be kept.
    if (before === generation) kept.set(hash, found);
    return found;
  }

  const hasExpired = ({ expiresAt }: Caller) => expiresAt !== null && expiresAt <= readTime(clock);

  return {
    hasExpired,
    recognise: (authorization) => {
      if (!feed.isCurrent()) return null;
      const secret = readSecret(authorization);
      if (secret === undefined) return null;
      const hash = hashKey(secret);
      const found = kept.get(hash);
      if (!found || !isSame(found.hash, hash) || hasExpired(found)) return null;
      noteUse(found.keyId);
      return found;
    },
    authenticate: async (authorization) => {
      if (!feed.isCurrent()) throw new Problem('not-ready', 'The registry has lost its database. Try again.');
      const secret = readSecret(authorization);
      if (secret === undefined) throw refuse('Send a key: “Authorization: Bearer pf_…”.');
      const hash = hashKey(secret);
      const found = await find(hash);
      if (!found || !isSame(found.hash, hash))
        throw refuse('This key is not known here, it was revoked, or its member was deactivated.');
      if (hasExpired(found)) throw refuse('This key has expired.');
      slowDown(rateLimit.take(found.keyId));
      noteUse(found.keyId);
      return found;
    },
  };
}

function readSecret(authorization: string | undefined): string | undefined {
  // What every client sends, without the cost of the whole grammar.
  if (authorization?.startsWith('Bearer pf_') && !authorization.includes(' ', 7))
    return authorization.slice(7);
  return /^Bearer +([\x21-\x7e]+) *$/i.exec(authorization ?? '')?.[1];
}

function refuse(sentence: string): Problem {
  return new Problem('unauthenticated', sentence);
}

function slowDown(retryAfter: number): void {
  if (retryAfter === 0) return;
  const wait = retryAfter === 1 ? '1 second' : `${retryAfter} seconds`;
  const sentence = `This key sends more requests than this registry answers. Nothing was changed: try again in ${wait}.`;
  throw new Problem('rate-limited', sentence, { retryAfter });
}

function isSame(stored: Buffer, given: string): boolean {
  return stored.length === given.length && timingSafeEqual(stored, Buffer.from(given));
}
