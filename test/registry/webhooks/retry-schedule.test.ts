import { expect, it } from 'vitest';
import {
  createRetrySchedule,
  readRetryAfter,
  usualRetryDelays,
} from '#main/registry/webhooks/retry-schedule.ts';

const hour = 3_600_000;

it('tries for about a day, in waits that grow and vary, and then gives up', () => {
  const total = usualRetryDelays.reduce((sum, delay) => sum + delay, 0);
  expect(total).toBeGreaterThan(23 * hour);
  expect(total).toBeLessThanOrEqual(24 * hour);
  const schedule = createRetrySchedule(usualRetryDelays);
  const waits = usualRetryDelays.map((_, index) => schedule.findDelay(index + 1, 0) ?? 0);
  for (const [index, delay] of usualRetryDelays.entries()) {
    expect(waits[index]).toBeGreaterThanOrEqual(delay * 0.8);
    expect(waits[index]).toBeLessThanOrEqual(delay * 1.2);
  }
  expect(new Set(Array.from({ length: 20 }, () => schedule.findDelay(3, 0))).size).toBeGreaterThan(10);
  expect(schedule.findDelay(usualRetryDelays.length + 1, 0)).toBeNull();
});

it('lets the receiver ask for longer, within the longest wait', () => {
  const schedule = createRetrySchedule(usualRetryDelays);
  expect(schedule.findDelay(1, hour)).toBe(hour);
  expect(schedule.findDelay(1, 100 * hour)).toBe(schedule.longest);
  expect(schedule.findDelay(9, 1)).toBeGreaterThan(6 * hour);
});

it('reads Retry-After as seconds or as a date, and nothing else', () => {
  const now = new Date('2026-03-03T14:00:00Z');
  expect(readRetryAfter('120', now)).toBe(120_000);
  expect(readRetryAfter('Tue, 03 Mar 2026 14:01:00 GMT', now)).toBe(60_000);
  for (const header of [undefined, '', '-5', 'soon', 'Tue, 03 Mar 2026 13:00:00 GMT', '9'.repeat(400)]) {
    expect(readRetryAfter(header, now)).toBe(0);
  }
});
