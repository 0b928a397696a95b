import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createCallsUnderWay } from '#main/desktop/calls-under-way.ts';

async function measure(work: Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work;
  return performance.now() - startedAt;
}

describe('a closing window', () => {
  test('waits a moment for a last call', async () => {
    expect(await measure(createCallsUnderWay().settle(30, 1_000))).toBeGreaterThanOrEqual(25);
  });

  test('waits for a draft that is sent after the one before was answered', async () => {
    const calls = createCallsUnderWay();
    const written: string[] = [];
    const put = (text: string) => calls.track(delay(40).then(() => void written.push(text)));
    void put('first').then(() => delay(10).then(() => put('second')));
    await calls.settle(60, 2_000);
    expect(written).toEqual(['first', 'second']);
  });

  test('waits no longer than it may', async () => {
    const calls = createCallsUnderWay();
    const hanging = Promise.withResolvers<void>();
    void calls.track(hanging.promise);
    expect(await measure(calls.settle(10, 100))).toBeLessThan(1_000);
    hanging.resolve();
  });

  test('is not held up by a call that fails', async () => {
    const calls = createCallsUnderWay();
    calls.track(Promise.reject(new Error('No.'))).catch(() => undefined);
    expect(await measure(calls.settle(10, 5_000))).toBeLessThan(2_000);
  });
});
