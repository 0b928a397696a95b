import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

/**
 * What somebody searches for, and a title that a query language would take it for. Only the one prompt whose text
 * has the words themselves may be found: a word put raw into a pattern makes the registry think that it stands in the
 * title, and one put raw into an index’s query asks something else, or breaks it.
 */
const searches: readonly (readonly [searched: string, mistaken: string])[] = [
  ['tax_rate', 'Taxi rates: taxirate'],
  ['5%off', '5 euros off, 50% and 5xxoff'],
  ['%', 'Whatever is here'],
  ['_', 'Whatever is there'],
  ['a\\b', 'ab'],
  ['\\%', 'percent \\'],
  ['it’s "so"', 'so'],
  ['"', 'quote'],
  ["o'brien", 'obrien'],
  ["'; drop table prompts; --", 'tables'],
  ['refund*', 'refunds and refunding'],
  ['*', 'star'],
  ['fish AND chips', 'fish chips'],
  ['this OR that', 'this'],
  ['NOT here', 'here'],
  ['NEAR(one two, 5)', 'one two'],
  ['title:zeta', 'zeta'],
  ['^start', 'start'],
  ['-minus', 'minus'],
  ['{grams}:x', 'grams x'],
  ['(open', 'open'],
  ['[a-z]', 'm'],
  ['?1', '1'],
  [':id', 'id'],
  ['$1', '1'],
];

let registry: TestRegistry;

beforeAll(async () => {
  registry = await startTestRegistry();
  for (const [index, [searched, mistaken]] of searches.entries()) {
    const number = String(index).padStart(2, '0');
    await registry.admin.call('createPrompt', {
      body: { name: `mistaken-${number}`, title: mistaken, description: mistaken, content: 'Other words.' },
    });
    // Its title has the mistaken words too, so that a wrong place in the order means not being found.
    await registry.admin.call('createPrompt', {
      body: { name: `meant-${number}`, title: mistaken, content: `These words: ${searched}.` },
    });
  }
});
afterAll(() => registry.remove());

describe('signs of a query language are only what they are', () => {
  it.each(searches.map(([searched], index) => [searched, index] as const))('%j', async (searched, index) => {
    const { items } = await registry.admin.call('listPrompts', { query: { query: searched, limit: 100 } });
    const found = items.map(({ name }) => name);
    expect(found).not.toContain(`mistaken-${String(index).padStart(2, '0')}`);
    expect(found).toContain(`meant-${String(index).padStart(2, '0')}`);
  });
});
