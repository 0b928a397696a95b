import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { AttemptDelivery } from '#main/registry/webhooks/attempt-delivery.ts';
import { createDeliveryLanes } from '#main/registry/webhooks/delivery-lanes.ts';
import type { EndedAttempt } from '#main/registry/webhooks/settle-deliveries.ts';

const leased = (webhookId: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${webhookId}-${index}`,
    webhookId,
    eventSeq: index + 1,
    leasedBy: 'this process',
  }));

function watch(takes: number) {
  const running = new Map<string, number>();
  let most = 0;
  const attempt: AttemptDelivery = async ({ webhookId }, ending) => {
    running.set(webhookId, (running.get(webhookId) ?? 0) + 1);
    most = Math.max(most, running.get(webhookId) ?? 0);
    await delay(takes, undefined, { signal: ending }).catch(() => {});
    running.set(webhookId, (running.get(webhookId) ?? 0) - 1);
    return ending.aborted ? { kind: 'interrupted' } : { kind: 'delivered', responseStatus: 200 };
  };
  return { attempt, most: () => most };
}

it('attempts four deliveries of a webhook at a time, and each once', async () => {
  const ended: EndedAttempt[] = [];
  const { attempt, most } = watch(5);
  const lanes = createDeliveryLanes(attempt, 10_000, (end) => ended.push(end));
  expect(lanes.countFree('a')).toBe(64);
  lanes.add([...leased('a', 20), ...leased('b', 3)]);
  expect(lanes.countFree('a')).toBe(44);
  await expect.poll(() => ended.length).toBe(23);
  expect(most()).toBe(4);
  expect(new Set(ended.map(({ delivery }) => delivery.id)).size).toBe(23);
  expect(lanes.countFree('a')).toBe(64);
});

it('gives back what has waited so long that its lease could end in the middle of an attempt', async () => {
  const ended: EndedAttempt[] = [];
  const lanes = createDeliveryLanes(watch(60).attempt, 20, (end) => ended.push(end));
  lanes.add(leased('a', 6));
  await expect.poll(() => ended.length).toBe(6);
  const kinds = ended.map(({ outcome }) => outcome.kind).sort();
  expect(kinds).toEqual([...Array(4).fill('delivered'), ...Array(2).fill('interrupted')]);
});

it('gives back everything when it closes, after a while what is under way, too', async () => {
  const ended: EndedAttempt[] = [];
  const lanes = createDeliveryLanes(watch(60_000).attempt, 10_000, (end) => ended.push(end));
  lanes.add(leased('a', 6));
  const since = performance.now();
  await lanes.close(50);
  expect(performance.now() - since).toBeLessThan(20_000);
  expect(ended.map(({ outcome }) => outcome.kind)).toEqual(Array(6).fill('interrupted'));
});
