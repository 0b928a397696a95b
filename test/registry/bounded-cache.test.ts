import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBoundedCache } from '#main/registry/bounded-cache.ts';

it('forgets what was not used', () => {
  const cache = createBoundedCache<number>(3);
  for (const [index, key] of ['a', 'b', 'c'].entries()) cache.set(key, index);
  cache.get('a');
  cache.set('d', 3);
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual([0, undefined, 2, 3]);
});

it('forgets what stood there longest where all was used, and keeps the newest', () => {
  const cache = createBoundedCache<number>(3);
  for (const [index, key] of ['a', 'b', 'c'].entries()) cache.set(key, index);
  for (const key of ['c', 'b', 'a']) cache.get(key);
  cache.set('d', 3);
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual([undefined, 1, 2, 3]);
});

it('keeps to a total weight', () => {
  const cache = createBoundedCache<string>(10, (text) => text.length);
  cache.set('a', 'xxxx');
  cache.set('b', 'xxxx');
  cache.set('c', 'xxxx');
  expect(cache.get('a')).toBeUndefined();
  cache.set('b', 'xx');
  cache.set('d', 'xxxx');
  expect([cache.get('b'), cache.get('c'), cache.get('d')]).toEqual(['xx', 'xxxx', 'xxxx']);
  cache.set('huge', 'x'.repeat(11));
  expect(cache.get('huge')).toBeUndefined();
  expect(cache.get('d')).toBe('xxxx');
  cache.delete('d');
  cache.clear();
  expect(cache.get('b')).toBeUndefined();
});

it('never holds more than its limit, nor another value than the last, and always the newest', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const call = fc.oneof(
    fc.record({ call: fc.constant('get' as const), key }),
    fc.record({ call: fc.constant('delete' as const), key }),
    fc.record({ call: fc.constant('set' as const), key, weight: fc.integer({ min: 1, max: 6 }) }),
  );
  fc.assert(
    fc.property(fc.array(call, { maxLength: 60 }), (calls) => {
      const cache = createBoundedCache<{ weight: number }>(10, ({ weight }) => weight);
      const last = new Map<string, { weight: number }>();
      for (const each of calls) {
        if (each.call === 'set') {
          const value = { weight: each.weight };
          cache.set(each.key, value);
          last.set(each.key, value);
          expect(cache.get(each.key)).toBe(value);
        } else if (each.call === 'delete') {
          cache.delete(each.key);
          last.delete(each.key);
        } else {
          const found = cache.get(each.key);
          if (found !== undefined) expect(found).toBe(last.get(each.key));
        }
        const held = [...last.keys()].flatMap((name) => cache.get(name)?.weight ?? []);
        expect(held.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(10);
      }
    }),
  );
});
