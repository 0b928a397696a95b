import type { Insertable, Selectable } from 'kysely';
import { Problem } from '#core/contract/problem.ts';
import type { Queries } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

type KeyRow = Selectable<Tables['keys']>;

export async function insertKey(
  queries: Queries,
  key: Omit<Insertable<Tables['keys']>, 'revokedAt' | 'lastUsedAt'>,
): Promise<void> {
  await queries
    .insertInto('keys')
    .values({ ...key, revokedAt: null, lastUsedAt: null })
    .execute();
}

/** A key that was not revoked, with its member, who is active. */
export async function findUsableKey(queries: Queries, hash: string) {
  return queries
    .selectFrom('keys')
    .innerJoin('members', 'members.id', 'keys.memberId')
    .select(['keys.id as keyId', 'keys.hash', 'keys.expiresAt'])
    .select(['members.id', 'members.name', 'members.email', 'members.roles', 'members.active'])
    .where('keys.hash', '=', hash)
    .where('keys.revokedAt', 'is', null)
    .where('members.active', '=', 1)
    .executeTakeFirst();
}

/** @throws Problem `key-not-found` */
export async function requireKey(queries: Queries, id: string): Promise<KeyRow> {
  const row = await queries.selectFrom('keys').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('key-not-found', 'There is no key with this id.');
  return row;
}

export async function hasKeyWithHash(queries: Queries, hash: string): Promise<boolean> {
  const row = await queries.selectFrom('keys').select('id').where('hash', '=', hash).executeTakeFirst();
  return row !== undefined;
}

/** A member's keys in the order in which they were made, beginning after one. */
export async function listKeys(
  queries: Queries,
  memberId: string,
  after: Pick<KeyRow, 'createdAt' | 'id'> | null,
  limit: number,
): Promise<KeyRow[]> {
  return queries
    .selectFrom('keys')
    .selectAll()
    .where('memberId', '=', memberId)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('createdAt', 'id'), '>', tuple(after?.createdAt ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Puts another secret into a key's place. */
export async function replaceSecret(
  queries: Queries,
  id: string,
  secret: Pick<KeyRow, 'prefix' | 'hash'>,
): Promise<void> {
  await queries.updateTable('keys').set(secret).where('id', '=', id).execute();
}

export async function markRevoked(queries: Queries, id: string, revokedAt: string): Promise<void> {
  await queries.updateTable('keys').set({ revokedAt }).where('id', '=', id).execute();
}

export async function markUsed(queries: Queries, id: string, lastUsedAt: string): Promise<void> {
  await queries
    .updateTable('keys')
    .set({ lastUsedAt })
    .where('id', '=', id)
    // Another process may have noted a later use already.
    .where(({ eb, or }) => or([eb('lastUsedAt', 'is', null), eb('lastUsedAt', '<', lastUsedAt)]))
    .execute();
}
