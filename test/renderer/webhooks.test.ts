import { describe, expect, it } from 'vitest';
import { eventTypes } from '#core/contract/shapes.ts';
import type { Delivery } from '#core/contract/webhook-shapes.ts';
import { eventGroups, groupEvents, summariseEvents } from '#renderer/features/webhooks/event-words.ts';
import { hostOf } from '#renderer/features/webhooks/host-of.ts';
import { mergeNewest } from '#renderer/features/webhooks/use-deliveries.ts';

describe('what a webhook is told of', () => {
  it('can be every event, each once', () => {
    const offered = eventGroups.flatMap(({ events }) => events.map(({ type }) => type));
    expect(offered.toSorted()).toEqual([...eventTypes].sort());
  });

  it('has what only a newer registry knows, in words', () => {
    expect(groupEvents(['key.created'])).toEqual(eventGroups);
    const offered = groupEvents(['key.created', 'promotion.escalated']);
    expect(offered.at(-1)).toEqual({
      title: 'More',
      events: [{ type: 'promotion.escalated', name: 'Something else: promotion escalated' }],
    });
  });

  it('fits into one line', () => {
    expect(summariseEvents(['version.created'])).toBe('A version was saved');
    expect(summariseEvents(['version.created', 'key.created', 'key.revoked', 'key.rotated'])).toBe(
      'A version was saved · A key was made · 2 more',
    );
  });
});

it('an address is shown by its host: the rest may be secret', () => {
  expect(hostOf({ url: 'https://chat.example.com:8443/hooks/T0P-S3CRET?x=1' })).toBe('chat.example.com:8443');
});

describe('deliveries that are asked for again', () => {
  const delivery = (seq: number, status: Delivery['status'] = 'delivered'): Delivery => ({
    id: `d${seq}`,
    event: { seq, id: `e${seq}`, type: 'version.created' },
    status,
    attempts: 1,
    responseStatus: null,
    failure: null,
    createdAt: '2026-03-03T14:00:00.000Z',
    lastAttemptAt: null,
    nextAttemptAt: null,
  });

  it('stand above the earlier ones, each once and as it is now', () => {
    const shown = [delivery(3, 'waiting'), delivery(2), delivery(1)];
    const newest = [delivery(4), delivery(3)];
    expect(mergeNewest(shown, newest)).toEqual([delivery(4), delivery(3), delivery(2), delivery(1)]);
    expect(mergeNewest(null, newest)).toEqual(newest);
    expect(mergeNewest(shown, [])).toEqual([]);
  });
});
