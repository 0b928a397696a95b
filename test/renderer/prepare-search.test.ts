import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { searchDetails } from '#core/domain/search/search-details.ts';
import { prepareSearch } from '#renderer/features/library/prepare-search.ts';

/** The names of the prompts whose words were read, in order. Reading one takes a millisecond. */
let read: string[];

beforeEach(() => {
  read = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => vi.useRealTimers());

const many = 40;

function makePrompts(): PromptSummary[] {
  return Array.from({ length: many }, (_, index) => {
    const name = `p${index}`;
    return {
      name,
      title: `Title ${index}`,
      get description() {
        read.push(name);
        vi.advanceTimersByTime(1);
        return 'A description';
      },
      tags: ['tag'],
      latest: 1,
      stable: null,
      updatedAt: '2026-03-03T14:00:00.000Z',
      pendingPromotions: 0,
      archived: false,
    };
  });
}

it('leaves the screen its time first, and between', () => {
  prepareSearch(makePrompts());
  vi.advanceTimersByTime(299);
  expect(read).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(read.length).toBeGreaterThan(0);
  expect(read.length).toBeLessThan(many / 4);
  const first = read.length;
  vi.advanceTimersByTime(10);
  expect(read.length).toBe(first);
});

it('gets through all of them, each once, so that a search reads none again', () => {
  const prompts = makePrompts();
  prepareSearch(prompts);
  vi.runAllTimers();
  expect(read).toEqual(prompts.map(({ name }) => name));
  expect(searchDetails(prompts, ['title', '39', 'description'])).toEqual([prompts[39]]);
  expect(read).toHaveLength(many);
});

it('ends where the list is another one meanwhile, before it began and in the middle', () => {
  const stopAtOnce = prepareSearch(makePrompts());
  stopAtOnce();
  vi.runAllTimers();
  expect(read).toEqual([]);
  const stop = prepareSearch(makePrompts());
  vi.advanceTimersByTime(300);
  const first = read.length;
  stop();
  vi.runAllTimers();
  expect(first).toBeGreaterThan(0);
  expect(read).toHaveLength(first);
});

it('goes on with the rest where some are ready', () => {
  const prompts = makePrompts();
  searchDetails(prompts.slice(0, many - 1), ['title']);
  read = [];
  prepareSearch(prompts);
  vi.runAllTimers();
  expect(read).toEqual(['p39']);
});

it('has nothing to do in an empty library', () => {
  prepareSearch([]);
  vi.runAllTimers();
  expect(vi.getTimerCount()).toBe(0);
});
