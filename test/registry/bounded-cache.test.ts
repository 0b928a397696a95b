import { expect, it } from 'vitest';
import { createBoundedCache } from '#main/registry/bounded-cache.ts';

it('forgets what was used longest ago', () => {
  const cache = createBoundedCache<number>(3);
  for (const [index, key] of ['a', 'b', 'c'].entries()) cache.set(key, index);
  cache.get('a');
  cache.set('d', 3);
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual([0, undefined, 2, 3]);
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
