import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isActive } from '#core/contract/is-active.ts';
import type { MemberChanges } from '#core/contract/member-shapes.ts';
import { Problem } from '#core/contract/problem.ts';
import type { Member, Person } from '#core/contract/shapes.ts';
import type { Role } from '#core/domain/roles.ts';
import { changedFields } from '../changed-fields.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database, Queries, Transaction } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import { giveReason } from '../give-reason.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import {
  insertMember,
  listAdministrators,
  listMembers,
  requireMember,
  toMember,
  updateMember,
} from './repository.ts';

export interface NewMember {
  readonly name: string;
  readonly email?: string | undefined;
  readonly roles: readonly Role[];
}

const position = z.number().int();

/** The people and services that may call this registry. */
export function createMembersService(database: Database, appendEvent: AppendEvent, clock: Clock) {
  const { read, write } = database;

  const createWithin = async (
    transaction: Transaction,
    actor: Person,
    wanted: NewMember,
  ): Promise<Member> => {
    const { name, email = null } = wanted;
    const member: Member = {
      id: randomUUID(),
      name,
      email,
      roles: [...new Set(wanted.roles)],
      active: true,
    };
    await insertMember(transaction.queries, member, readTime(clock));
    const data = { member: member.id, name, roles: member.roles };
    await appendEvent(transaction, { type: 'member.created', actor, data });
    return member;
  };

  return {
    list: async (limit: number, cursor?: string): Promise<Page<Member>> => {
      const after = decodeCursor(cursor, position) ?? 0;
      const rows = await listMembers(read, after, limit + 1);
      return toPage(rows, limit, toMember, (last) => last.position);
    },

    /** @throws Problem `member-not-found` */
    get: (id: string): Promise<Member> => requireMember(read, id),

    create: (actor: Person, wanted: NewMember): Promise<Member> =>
      write((transaction) => createWithin(transaction, actor, wanted)),

    /** The same as a part of a larger change. */
    createWithin,

    /**
     * Changes a member. A deactivated one keeps its keys, which are refused until it is reactivated.
     *
     * @throws Problem `member-not-found`, `last-admin`
     */
    update: (actor: Person, id: string, { reason, ...wanted }: MemberChanges): Promise<Member> =>
      write(async (transaction) => {
        const { queries } = transaction;
        const before = await requireMember(queries, id);
        const after: Member = {
          id,
          name: wanted.name ?? before.name,
          email: wanted.email === undefined ? before.email : wanted.email,
          roles: wanted.roles ? [...new Set(wanted.roles)] : before.roles,
          active: wanted.active ?? isActive(before),
        };
        const changed = changedFields(before, after);
        if (Object.keys(changed).length === 0) return before;
        if (!isAdministrator(after)) await keepAnAdministrator(queries, before);
        await updateMember(queries, after);
        const { email: _, ...shown } = changed;
        const fields = Object.keys(changed);
        const data = { member: id, name: after.name, ...shown, fields, ...giveReason(reason) };
        await appendEvent(transaction, { type: 'member.updated', actor, data });
        return after;
      }),
  };
}

const isAdministrator = (member: Member) => isActive(member) && member.roles.includes('admin');

async function keepAnAdministrator(queries: Queries, member: Member): Promise<void> {
  const administrators = await listAdministrators(queries);
  if (administrators.some(({ id }) => id !== member.id) || !isAdministrator(member)) return;
  throw new Problem(
    'last-admin',
    `${member.name} is the only administrator. Make somebody else an administrator first.`,
  );
}

export type MembersService = ReturnType<typeof createMembersService>;
