import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isNestedDeeper } from '#main/registry/http/nesting.ts';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

it('finds out how deep any JSON is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), (value) => {
      const json = Buffer.from(JSON.stringify(value));
      const depth = depthOf(value);
      expect(isNestedDeeper(json, depth)).toBe(false);
      if (depth > 0) expect(isNestedDeeper(json, depth - 1)).toBe(true);
    }),
  );
});

it.each(['{"a":"[[[[[["}', '["\\"[[[[[["]', '{"a\\\\":1}', '"[[[[[[', '"\\', ''])(
  'is not misled by %s',
  (json) => {
    expect(isNestedDeeper(Buffer.from(json), 1)).toBe(false);
  },
);
