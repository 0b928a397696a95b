import type { Selectable } from 'kysely';
import { isActive } from '#core/contract/is-active.ts';
import { Problem } from '#core/contract/problem.ts';
import type { Member } from '#core/contract/shapes.ts';
import type { Queries } from '../db/database.ts';
import { nextNumber } from '../db/next-number.ts';
import type { Tables } from '../db/tables.ts';

export async function insertMember(queries: Queries, member: Member, createdAt: string): Promise<void> {
  const position = await nextNumber(queries, 'members', 'position');
  await queries
    .insertInto('members')
    .values({ ...toRow(member), position, createdAt })
    .execute();
}

async function findMember(queries: Queries, id: string): Promise<Member | null> {
  const row = await queries.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toMember(row) : null;
}

/** @throws Problem `member-not-found` */
export async function requireMember(queries: Queries, id: string): Promise<Member> {
  const member = await findMember(queries, id);
  if (!member) throw new Problem('member-not-found', 'There is no member with this id.');
  return member;
}

export async function updateMember(queries: Queries, member: Member): Promise<void> {
  await queries.updateTable('members').set(toRow(member)).where('id', '=', member.id).execute();
}

/** Members in the order in which they were made, beginning after a position. */
export async function listMembers(queries: Queries, after: number, limit: number) {
  return queries
    .selectFrom('members')
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** Reads a member from its row, or from a row that has a member's columns among others. */
export function toMember(
  row: Pick<Selectable<Tables['members']>, 'id' | 'name' | 'email' | 'roles' | 'active'>,
): Member {
  const { id, name, email } = row;
  return { id, name, email, roles: JSON.parse(row.roles), active: row.active === 1 };
}

function toRow(member: Member) {
  return { ...member, roles: JSON.stringify(member.roles), active: isActive(member) ? 1 : 0 };
}

/** The active members with the role `admin`, in the order in which they were made. */
export async function listAdministrators(queries: Queries): Promise<Member[]> {
  const rows = await queries.selectFrom('members').selectAll().orderBy('position').execute();
  return rows.map(toMember).filter((member) => isActive(member) && member.roles.includes('admin'));
}

/** The active member who was made first with the role `admin`. */
export async function findAdministrator(queries: Queries): Promise<Member | null> {
  return (await listAdministrators(queries))[0] ?? null;
}

/** The members who can do anything now: active ones with a key that was neither revoked nor has expired. */
export async function listMembersWithKeys(queries: Queries, now: string): Promise<Member[]> {
  const usable = queries
    .selectFrom('keys')
    .select('keys.memberId')
    .where('keys.revokedAt', 'is', null)
    .where(({ eb, or }) => or([eb('keys.expiresAt', 'is', null), eb('keys.expiresAt', '>', now)]));
  const rows = await queries
    .selectFrom('members')
    .selectAll()
    .where('id', 'in', usable)
    .where('active', '=', 1)
    .orderBy('position')
    .execute();
  return rows.map(toMember);
}
