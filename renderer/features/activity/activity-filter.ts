import type { EventFilter } from '#core/contract/event-shapes.ts';
import type { EventType, RegistryEvent } from '#core/contract/shapes.ts';

/** The kinds of events that a person looks for. */
export const activityKinds = {
  versions: { name: 'Saved versions', types: ['prompt.created', 'version.created'] },
  stable: { name: 'Moves of stable', types: ['promotion.applied', 'channel.rolled-back'] },
  reviews: {
    name: 'Requests and reviews',
    types: ['promotion.requested', 'promotion.reviewed', 'promotion.commented', 'promotion.withdrawn'],
  },
  tests: { name: 'Test runs', types: ['evaluation.finished'] },
  details: { name: 'Titles, tags and test inputs', types: ['prompt.updated'] },
  policy: { name: 'Policies', types: ['policy.changed'] },
  people: {
    name: 'Members and keys',
    types: ['member.created', 'member.updated', 'key.created', 'key.rotated', 'key.revoked'],
  },
  webhooks: {
    name: 'Webhooks',
    types: ['webhook.created', 'webhook.updated', 'webhook.deleted', 'webhook.secret-rotated'],
  },
} as const satisfies Record<string, { name: string; types: readonly EventType[] }>;
export type ActivityKind = keyof typeof activityKinds;

/** What of the activity is shown: what fits in every way that is chosen. */
export interface ActivityFilter {
  readonly prompt: string | null;
  /** A member's id. */
  readonly person: string | null;
  readonly kind: ActivityKind | null;
  /** The first and the last day, in local time, for example `2026-03-03`. */
  readonly from: string | null;
  readonly to: string | null;
}

export const wholeActivity: ActivityFilter = { prompt: null, person: null, kind: null, from: null, to: null };

const fields = Object.keys(wholeActivity) as (keyof ActivityFilter)[];

/** The filter as it stands in the address. */
export function writeActivityFilter(filter: ActivityFilter): string {
  const search = new URLSearchParams();
  for (const field of fields) {
    const value = filter[field];
    if (value !== null) search.set(field, value);
  }
  return search.size === 0 ? '' : `?${search}`;
}

/** Reads what `writeActivityFilter` wrote; what it does not know is left out. */
export function readActivityFilter(within: string): ActivityFilter {
  const search = new URLSearchParams(within.split('?')[1]);
  const read = (field: keyof ActivityFilter) => search.get(field) || null;
  const kind = read('kind');
  return {
    prompt: read('prompt'),
    person: read('person'),
    kind: kind !== null && Object.hasOwn(activityKinds, kind) ? (kind as ActivityKind) : null,
    from: startOfDay(read('from')) ? read('from') : null,
    to: startOfDay(read('to')) ? read('to') : null,
  };
}

/** The filter as the registry takes it: days become the moments at which they begin and end here. */
export function toEventFilter({ prompt, person, kind, from, to }: ActivityFilter): EventFilter {
  const since = startOfDay(from);
  const until = startOfDay(to, 1);
  return {
    ...(prompt === null ? {} : { prompt }),
    ...(person === null ? {} : { actor: person }),
    ...(kind === null ? {} : { types: [...activityKinds[kind].types] }),
    ...(since ? { since: since.toISOString() } : {}),
    ...(until ? { until: until.toISOString() } : {}),
  };
}

/** True where an event fits, as the registry would say. */
export function fits(event: RegistryEvent, filter: EventFilter): boolean {
  const { prompt, actor, types, since, until } = filter;
  return (
    (prompt === undefined || event.prompt === prompt) &&
    (actor === undefined || event.actor.id === actor) &&
    (types === undefined || types.some((type) => type === event.type)) &&
    (since === undefined || event.at >= since) &&
    (until === undefined || event.at < until)
  );
}

/** Midnight at the beginning of a day here, or of one some days later. */
function startOfDay(day: string | null, later = 0): Date | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [];
  if (year === undefined) return null;
  const start = new Date(Number(year), Number(month) - 1, Number(date) + later);
  return Number.isNaN(start.getTime()) ? null : start;
}
