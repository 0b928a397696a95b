import { expect, it } from 'vitest';
import { createRateLimit } from '#main/registry/keys/rate-limit.ts';

let now = 0;
const start = (perSecond: number) => {
  now = 0;
  return createRateLimit(perSecond, () => now);
};
const takeAll = (limit: ReturnType<typeof start>, keyId: string) => {
  let count = 0;
  while (limit.take(keyId) === 0) count += 1;
  return count;
};

it('lets a second’s worth through at once, then as many as come in', () => {
  const limit = start(100);
  expect(takeAll(limit, 'a')).toBe(100);
  expect(limit.hasRoom('a')).toBe(false);
  expect(limit.take('a')).toBe(1);
  now = 250;
  expect(takeAll(limit, 'a')).toBe(25);
  now = 60_000;
  expect(takeAll(limit, 'a')).toBe(100);
});

it('counts each key for itself', () => {
  const limit = start(3);
  expect(takeAll(limit, 'a')).toBe(3);
  expect(takeAll(limit, 'b')).toBe(3);
});

it('takes nothing by looking', () => {
  const limit = start(1);
  expect([limit.hasRoom('a'), limit.hasRoom('a'), limit.take('a'), limit.hasRoom('a')]).toEqual([
    ...[true, true, 0, false],
  ]);
});

it('forgets keys rather than growing', () => {
  const limit = start(1);
  for (let key = 0; key < 50_000; key += 1) limit.take(`key-${key}`);
  expect(limit.take('key-49999')).toBe(1);
});
