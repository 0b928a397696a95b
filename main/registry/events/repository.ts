import type { Selectable } from 'kysely';
import type { EventType, Person, RegistryEvent } from '#core/contract/shapes.ts';
import type { Queries } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** The newest event's place and hash. */
export async function findHead(queries: Queries) {
  return queries
    .selectFrom('events')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertEvent(queries: Queries, event: RegistryEvent): Promise<void> {
  const { actor, prompt = null, version = null, data, ...rest } = event;
  await queries
    .insertInto('events')
    .values({
      ...rest,
      actorId: actor.id,
      actorName: actor.name,
      prompt,
      version,
      data: JSON.stringify(data),
    })
    .execute();
}

/** The last change of what holds for a prompt, by its own policy or the registry's, after a time. */
export async function findPolicyChange(queries: Queries, prompt: string, after: string) {
  const row = await queries
    .selectFrom('events')
    .selectAll()
    .where('type', '=', 'policy.changed')
    .where('at', '>', after)
    .where(({ eb, or }) => or([eb('prompt', 'is', null), eb('prompt', '=', prompt)]))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { actor, at, data } = toEvent(row);
  return { by: actor, at, reason: typeof data.reason === 'string' ? data.reason : null };
}

/** The place in the log where a promotion or a rollback moved `stable`; `null` where it did not. */
export async function findApplication(
  queries: Queries,
  prompt: string,
  version: number,
  promotion: string,
): Promise<number | null> {
  const rows = await queries
    .selectFrom('events')
    .selectAll()
    .where('prompt', '=', prompt)
    .where('version', '=', version)
    .where('type', 'in', ['promotion.applied', 'channel.rolled-back'])
    .execute();
  return rows.map(toEvent).find(({ data }) => data.promotion === promotion)?.seq ?? null;
}

/** The last time before a place in the log that the test inputs were run with a version, or `null`. */
export async function findEvaluationEvent(queries: Queries, prompt: string, version: number, before: number) {
  const row = await queries
    .selectFrom('events')
    .selectAll()
    .where('prompt', '=', prompt)
    .where('version', '=', version)
    .where('type', '=', 'evaluation.finished')
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toEvent(row) : null;
}

export interface EventFilter {
  /** Events up to this one are left out. */
  readonly after: number;
  readonly prompt?: string | undefined;
  readonly type?: readonly EventType[] | undefined;
  /** The id of the member who did it. */
  readonly actor?: string | undefined;
  /** From this moment on, and before that one; as the log writes them. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly order: 'oldest' | 'newest';
  /** The last event of the page before, in this order. */
  readonly from: number | null;
  readonly limit: number;
}

export async function listEvents(queries: Queries, filter: EventFilter): Promise<RegistryEvent[]> {
  const { prompt, type, actor, since, until, from } = filter;
  const isNewestFirst = filter.order === 'newest';
  let query = queries.selectFrom('events').selectAll().where('seq', '>', filter.after);
  if (prompt !== undefined) query = query.where('prompt', '=', prompt);
  if (type !== undefined) query = query.where('type', 'in', type);
  if (actor !== undefined) query = query.where('actorId', '=', actor);
  if (since !== undefined) query = query.where('at', '>=', since);
  if (until !== undefined) query = query.where('at', '<', until);
  if (from !== null) query = query.where('seq', isNewestFirst ? '<' : '>', from);
  const rows = await query
    .orderBy('seq', isNewestFirst ? 'desc' : 'asc')
    .limit(filter.limit)
    .execute();
  return rows.map(toEvent);
}

/** Everybody who has an entry in the log, with the name of the last one. */
export async function listActors(queries: Queries): Promise<Person[]> {
  const last = queries
    .selectFrom('events')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .groupBy('actorId');
  return queries
    .selectFrom('events')
    .select(['actorId as id', 'actorName as name'])
    .where('seq', 'in', last)
    .execute();
}

/** Events as they are stored, in order, beginning after one. */
export async function listEventRows(queries: Queries, after: number, limit: number) {
  return queries
    .selectFrom('events')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** @throws where the row's data is not JSON */
export function toEvent(row: Selectable<Tables['events']>): RegistryEvent {
  return {
    seq: row.seq,
    id: row.id,
    type: row.type as EventType,
    at: row.at,
    actor: { id: row.actorId, name: row.actorName },
    ...(row.prompt === null ? {} : { prompt: row.prompt }),
    ...(row.version === null ? {} : { version: row.version }),
    data: JSON.parse(row.data),
    previousHash: row.previousHash,
    hash: row.hash,
  };
}
