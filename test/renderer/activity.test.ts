import { beforeEach, describe, expect, it } from 'vitest';
import type { BridgeTransport } from '#core/contract/bridge.ts';
import type { Result } from '#core/contract/bridge-error.ts';
import type { EventFilter } from '#core/contract/event-shapes.ts';
import { type EventType, eventTypes, type RegistryEvent } from '#core/contract/shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import {
  type ActivityFilter,
  fits,
  readActivityFilter,
  toEventFilter,
  wholeActivity,
  writeActivityFilter,
} from '#renderer/features/activity/activity-filter.ts';
import {
  appendEvents,
  listActivityItems,
  prependEvents,
} from '#renderer/features/activity/activity-items.ts';
import { useActivity } from '#renderer/features/activity/activity-store.ts';
import { readFingerprint, writeFingerprint } from '#renderer/features/activity/fingerprint.ts';
import { describeEvent, formatEventSentence } from '#renderer/format/describe-event.ts';

const ana = { id: 'ana', name: 'Ana' };
const atNoon = (day: number) => new Date(2026, 2, day, 12).toISOString();

function event(seq: number, changes: Partial<RegistryEvent> = {}): RegistryEvent {
  return {
    seq,
    id: String(seq),
    type: 'version.created',
    at: atNoon(1),
    actor: ana,
    prompt: 'greeting',
    version: seq,
    data: {},
    previousHash: '',
    hash: '',
    ...changes,
  };
}

describe('the filter of the activity', () => {
  const filter: ActivityFilter = {
    prompt: 'legal/refund',
    person: 'ana',
    kind: 'stable',
    from: '2026-03-01',
    to: '2026-03-02',
  };

  it('comes back from the address', () => {
    expect(readActivityFilter(writeActivityFilter(filter))).toEqual(filter);
    expect(writeActivityFilter(wholeActivity)).toBe('');
    expect(readActivityFilter('?kind=constructor&from=03/2026&to=2026-13-45x&other=1')).toEqual(
      wholeActivity,
    );
  });

  it('means whole days here', () => {
    const { since, until, types } = toEventFilter(filter);
    expect([since, until]).toEqual([new Date(2026, 2, 1).toISOString(), new Date(2026, 2, 3).toISOString()]);
    expect(types).toEqual(['promotion.applied', 'channel.rolled-back']);
  });

  it('lets through what fits in every way', () => {
    const wanted = toEventFilter(filter);
    const fitting = event(1, { type: 'promotion.applied', prompt: 'legal/refund', at: atNoon(2) });
    expect(fits(fitting, wanted)).toBe(true);
    for (const change of [
      { prompt: 'other' },
      { actor: { id: 'bo', name: 'Bo' } },
      { type: 'version.created' as const },
      { at: atNoon(3) },
      { at: new Date(2026, 1, 28, 23, 59).toISOString() },
    ]) {
      expect(fits({ ...fitting, ...change }, wanted)).toBe(false);
    }
    expect(fits(fitting, {})).toBe(true);
  });
});

describe('the lines of the activity', () => {
  const events = [5, 4, 3, 2, 1].map((seq) => event(seq, { at: atNoon(Math.ceil(seq / 2)) }));
  const whole = listActivityItems(events);

  it('stand under their days', () => {
    const kinds = whole.map((item) => (item.kind === 'day' ? 'day' : item.event.seq));
    expect(kinds).toEqual(['day', 5, 'day', 4, 3, 'day', 2, 1]);
  });

  it.each([0, 1, 2, 3, 4, 5])('are the same however they came: %i first', (count) => {
    const strip = (items: typeof whole) =>
      items.map((item) => (item.kind === 'day' ? item.at.slice(0, 10) : item));
    expect(strip(appendEvents(listActivityItems(events.slice(0, count)), events.slice(count)))).toEqual(
      strip(whole),
    );
    expect(strip(prependEvents(listActivityItems(events.slice(count)), events.slice(0, count)))).toEqual(
      strip(whole),
    );
  });
});

/** A log behind the bridge, in pages. */
class LogApp implements BridgeTransport {
  events: RegistryEvent[] = [];
  isDown = false;
  subscribe = () => () => undefined;

  async invoke(method: string, input: unknown): Promise<Result<unknown>> {
    if (this.isDown) return { ok: false, error: { code: 'registry-unreachable', detail: '', members: {} } };
    if (method !== 'events.list') throw new Error(`The test's app has no ${method}.`);
    const { filter, cursor, limit } = input as { filter: EventFilter; cursor?: string; limit: number };
    const below = cursor === undefined ? Number.POSITIVE_INFINITY : Number(cursor);
    const found = this.events.filter(({ seq }) => seq < below).filter((each) => fits(each, filter));
    const items = found.toSorted((a, b) => b.seq - a.seq).slice(0, limit);
    const nextCursor = found.length > limit ? String(items.at(-1)?.seq) : null;
    return { ok: true, value: { items, nextCursor } };
  }
}

describe('the activity on the screen', () => {
  let app: LogApp;
  const initial = useActivity.getState();
  const log = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => event(from + index));
  const shown = () =>
    (useActivity.getState().list?.items ?? []).flatMap((item) =>
      item.kind === 'event' ? item.event.seq : [],
    );
  const waiting = () => useActivity.getState().list?.waiting.map(({ seq }) => seq);
  const countdown = (from: number, to = 1) =>
    Array.from({ length: from - to + 1 }, (_, index) => from - index);

  beforeEach(() => {
    useActivity.setState(initial, true);
    app = new LogApp();
    app.events = log(1, 250);
    connectBridge(app);
  });

  it('goes back to the first entry, page by page', async () => {
    await useActivity.getState().show('sandbox', {});
    expect(shown()).toEqual(countdown(250, 151));
    await useActivity.getState().loadOlder();
    await useActivity.getState().loadOlder();
    await useActivity.getState().loadOlder();
    expect(shown()).toEqual(countdown(250));
    expect(useActivity.getState().list?.older).toBeNull();
  });

  it('keeps what happens meanwhile until it is wanted, and once only', async () => {
    await useActivity.getState().show('sandbox', {});
    useActivity.getState().add('sandbox', event(251));
    useActivity.getState().add('sandbox', event(251));
    useActivity.getState().add('elsewhere', event(252));
    expect(waiting()).toEqual([251]);
    expect(shown()[0]).toBe(250);
    useActivity.getState().takeWaiting();
    expect(shown().slice(0, 2)).toEqual([251, 250]);
    expect(waiting()).toEqual([]);
  });

  it('shows only what fits, of what happens too', async () => {
    const filter = { types: ['promotion.applied'] as EventType[] };
    await useActivity.getState().show('sandbox', filter);
    expect(shown()).toEqual([]);
    useActivity.getState().add('sandbox', event(251));
    useActivity.getState().add('sandbox', event(252, { type: 'promotion.applied' }));
    expect(waiting()).toEqual([252]);
  });

  it('reads what was missed, however much it was', async () => {
    await useActivity.getState().show('sandbox', {});
    app.events = log(1, 600);
    await useActivity.getState().catchUp('sandbox');
    expect(waiting()).toEqual(countdown(600, 251));
    useActivity.getState().takeWaiting();
    expect(shown()).toEqual(countdown(600, 151));
  });

  it('goes on after a fault where it was', async () => {
    await useActivity.getState().show('sandbox', {});
    app.isDown = true;
    await useActivity.getState().loadOlder();
    expect(useActivity.getState().list?.error?.code).toBe('registry-unreachable');
    expect(shown()).toHaveLength(100);
    app.isDown = false;
    await useActivity.getState().loadOlder();
    expect(shown()).toHaveLength(200);
    expect(useActivity.getState().list?.error).toBeNull();
  });
});

describe('an entry in words', () => {
  const say = (changes: Partial<RegistryEvent>) => formatEventSentence(event(8, changes), 'Refund policy');

  it('says who did what, and what was there before', () => {
    expect(say({})).toBe('Ana saved v8 of Refund policy.');
    expect(say({ data: { parent: 3 } })).toBe('Ana saved v8 of Refund policy, written from v3.');
    expect(say({ type: 'promotion.applied', data: { from: 7 } })).toBe(
      'Ana promoted v8 of Refund policy to stable, in place of v7.',
    );
    expect(say({ type: 'channel.rolled-back', version: 7, data: { from: 8 } })).toBe(
      'Ana rolled Refund policy back to v7, in place of v8.',
    );
    expect(say({ type: 'prompt.updated', data: { archived: true } })).toBe('Ana archived Refund policy.');
    const emil = { member: 'emil', name: 'Emil', active: false, reason: 'He left.' };
    expect(say({ type: 'member.updated', data: emil })).toBe('Ana deactivated Emil.');
    expect(describeEvent(event(8, { type: 'member.updated', data: emil })).words).toBe('He left.');
    expect(say({ type: 'member.updated', data: { ...emil, active: true } })).toBe('Ana reactivated Emil.');
    expect(say({ type: 'promotion.withdrawn', data: { replacedBy: 'p2' } })).toBe(
      'Ana took back the request to promote v8 of Refund policy, for a new one.',
    );
    expect(say({ type: 'prompt.updated', data: { tags: ['a', 'b'], title: 'T' } })).toBe(
      'Ana changed the title and tags of Refund policy: it is called “T” now, its tags are a and b.',
    );
  });

  it('can be said of every event, and of one that only a newer registry knows', () => {
    for (const type of eventTypes) expect(say({ type }), type).not.toContain('does not know');
    const rest = ' in a way that this version of PromptForge does not know: promotion escalated.';
    expect(say({ type: 'promotion.escalated' })).toBe(`Ana changed v8 of Refund policy${rest}`);
    const { prompt: _, version: __, ...registry } = event(8, { type: 'promotion.escalated' });
    expect(formatEventSentence(registry)).toBe(`Ana changed something${rest}`);
  });

  it('has the words that people wrote', () => {
    const words = (changes: Partial<RegistryEvent>) => describeEvent(event(8, changes)).words;
    expect(words({ data: { note: 'Calmer' } })).toBe('Calmer');
    expect(words({ type: 'channel.rolled-back', data: { reason: 'Wrong tone' } })).toBe('Wrong tone');
    expect(words({ type: 'promotion.reviewed', data: { decision: 'approve', comment: 'Good' } })).toBe(
      'Good',
    );
    const comment = { text: 'Why?', quote: 'a passage' };
    expect(describeEvent(event(8, { type: 'promotion.commented', data: comment }))).toMatchObject({
      words: 'Why?',
      passage: 'a passage',
    });
  });

  it('says what became of a policy', () => {
    const policy = {
      requiredApprovals: 1,
      reviewerRoles: ['reviewer'],
      authorMayApprove: false,
      requirePassingTests: false,
    };
    const { prompt: _, ...registry } = event(8, { type: 'policy.changed' });
    const data = { before: policy, after: { ...policy, requiredApprovals: 2, requirePassingTests: true } };
    expect(formatEventSentence({ ...registry, data })).toBe(
      'Ana changed the policy: A version becomes stable after 2 approvals by reviewers. Test inputs must pass.',
    );
  });
});

describe('a fingerprint', () => {
  const hash = 'a1'.repeat(32);
  it('is read back, with spaces around it too', () => {
    expect(readFingerprint(` ${writeFingerprint({ seq: 1204, hash })}\n`)).toEqual({ seq: 1204, hash });
    expect(readFingerprint(`12:${hash.toUpperCase()}`)).toEqual({ seq: 12, hash });
    for (const text of ['', '12', hash, `0:${hash}`, `12:${hash}0`]) expect(readFingerprint(text)).toBeNull();
  });
});
