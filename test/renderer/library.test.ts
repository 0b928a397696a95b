import { beforeEach, describe, expect, it } from 'vitest';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { searchDetails } from '#core/domain/search/search-details.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { findPrompt, useLibrary } from '#renderer/features/library/library-store.ts';
import { findTyped, readMove } from '#renderer/features/library/list-keys.ts';
import { listByFolder as byFolder, listByChange } from '#renderer/features/library/list-rows.ts';
import { describePromptState } from '#renderer/features/library/prompt-state.ts';
import { wasChangedByOthers } from '#renderer/features/library/seen-versions.ts';
import { sortByTitle } from '#renderer/features/library/sort-by-title.ts';

const prompt = (name: string, more: Partial<PromptSummary> = {}): PromptSummary => ({
  name,
  title: name,
  description: '',
  tags: [],
  latest: 2,
  stable: 2,
  updatedAt: '2026-03-03T14:00:00.000Z',
  pendingPromotions: 0,
  archived: false,
  ...more,
});
const listByFolder = (prompts: readonly PromptSummary[], closed?: ReadonlySet<string>) =>
  byFolder(sortByTitle(prompts), closed);
const labels = (rows: ReturnType<typeof byFolder>) =>
  rows.map((row) => (row.kind === 'folder' ? `${row.folder}/ ${row.count}` : row.prompt.name));

const nested = [
  prompt('legal/b', { title: 'Zebra' }),
  prompt('support'),
  prompt('legal/a', { title: 'Ant' }),
  prompt('legal/eu/x'),
];

describe('the prompt list', () => {
  it('shows prompts without a folder first, then folder by folder, by title', () => {
    expect(labels(listByFolder(nested))).toEqual([
      'support',
      'legal/ 3',
      'legal/a',
      'legal/b',
      'legal/eu/ 1',
      'legal/eu/x',
    ]);
  });

  it('leaves out what is in closed folders', () => {
    expect(labels(listByFolder(nested, new Set(['legal'])))).toEqual(['support', 'legal/ 3']);
  });

  it('has a row for a folder that holds only folders', () => {
    expect(labels(listByFolder([prompt('a/b/c')]))).toEqual(['a/ 1', 'a/b/ 1', 'a/b/c']);
  });

  it('counts numbers in titles as numbers', () => {
    const rows = listByFolder([prompt('a', { title: 'Mail 10' }), prompt('b', { title: 'Mail 2' })]);
    expect(labels(rows)).toEqual(['b', 'a']);
  });

  it('stays by title while prompts come, go and get other titles', () => {
    const many = Array.from({ length: 50 }, (_, place) =>
      prompt(`p${place}`, { title: `Mail ${(place * 7) % 50}` }),
    );
    const before = sortByTitle(many);
    const changed = many.flatMap((one, place) => {
      if (place % 9 === 0) return [];
      return place % 5 === 0 ? [{ ...one, title: `Letter ${place}` }] : [one];
    });
    const next = [prompt('new', { title: 'Mail 21' }), ...changed, prompt('last', { title: 'Zebra' })];
    const titles = (prompts: readonly PromptSummary[]) => prompts.map(({ title }) => title);
    expect(titles(sortByTitle(next, before))).toEqual(titles(sortByTitle(next)));
    expect(new Set(sortByTitle(next, before))).toEqual(new Set(next));
  });

  it('shows the last changed first', () => {
    const newer = prompt('newer', { updatedAt: '2026-03-04T14:00:00.000Z' });
    expect(labels(listByChange([...nested, newer]))[0]).toBe('newer');
  });

  it('is walked with the keys of a tree', () => {
    const rows = listByFolder(nested, new Set(['legal/eu']));
    const at = (label: string) => labels(rows).indexOf(label);
    expect(readMove(rows, at('legal/eu/ 1'), 'ArrowRight')).toEqual({ kind: 'open', folder: 'legal/eu' });
    expect(readMove(rows, at('legal/ 3'), 'ArrowRight')).toEqual({ kind: 'go', index: at('legal/a') });
    expect(readMove(rows, at('legal/ 3'), 'ArrowLeft')).toEqual({ kind: 'close', folder: 'legal' });
    expect(readMove(rows, at('legal/b'), 'ArrowLeft')).toEqual({ kind: 'go', index: at('legal/ 3') });
    expect(readMove(rows, at('support'), 'End')).toEqual({ kind: 'go', index: rows.length - 1 });
    expect(readMove(rows, 0, 'ArrowUp')).toBeNull();
    expect(readMove(rows, 0, 'x')).toBeNull();
    expect(findTyped(rows, 0, 'z')).toBe(at('legal/b'));
    expect(findTyped(rows, at('legal/b'), 'zebra')).toBe(at('legal/b'));
    expect(findTyped(rows, 0, 'q')).toBe(-1);
  });

  it('finds every word of a search in the details, the title first', () => {
    const prompts = [
      prompt('a', { description: 'Money back: a refund' }),
      prompt('greeting'),
      prompt('z', { title: 'Our refund' }),
      prompt('zz', { title: 'Refund', tags: ['EU'] }),
    ];
    expect(searchDetails(prompts, ['refund']).map(({ name }) => name)).toEqual(['zz', 'z', 'a']);
    expect(searchDetails(prompts, ['eu', 'refund']).map(({ name }) => name)).toEqual(['zz']);
  });

  it('says in a word where a prompt stands', () => {
    expect(describePromptState(prompt('a'))).toBeNull();
    expect(describePromptState(prompt('a', { latest: 3 }))?.label).toBe('ahead of stable');
    expect(describePromptState(prompt('a', { stable: null }))?.label).toBe('not promoted');
    expect(describePromptState(prompt('a', { pendingPromotions: 1 }))?.label).toBe('waiting');
  });

  it('knows what somebody else changed since', () => {
    const changed = prompt('a', { latest: 3, latestBy: { id: 'ann', name: 'Ann' } });
    expect(wasChangedByOthers(changed, 2, 'me')).toBe(true);
    expect(wasChangedByOthers(changed, 3, 'me')).toBe(false);
    expect(wasChangedByOthers(changed, 2, 'ann')).toBe(false);
    expect(wasChangedByOthers(changed, undefined, 'me')).toBe(false);
  });
});

describe('the library store', () => {
  const place = (name: string) => ({ connection: 'sandbox', prompt: name });
  let calls: string[];
  let stored: PromptSummary[];
  /** Runs before a page is answered. */
  let beforePage: (cursor: string | undefined) => Promise<void>;

  beforeEach(() => {
    calls = [];
    stored = Array.from({ length: 450 }, (_, index) => prompt(`p${String(index).padStart(3, '0')}`));
    beforePage = async () => undefined;
    useLibrary.setState({ prompts: {}, archived: {}, errors: {} });
    connectBridge({
      subscribe: () => () => undefined,
      invoke: async (method, input) => {
        const { cursor, prompt: name } = input as { cursor?: string; prompt?: string };
        calls.push(method);
        if (method === 'prompts.get') {
          return { ok: true, value: stored.find((summary) => summary.name === name) };
        }
        const from = Number(cursor ?? 0);
        const items = stored.slice(from, from + 200);
        await beforePage(cursor);
        return {
          ok: true,
          value: { items, nextCursor: from + 200 < stored.length ? String(from + 200) : null },
        };
      },
    });
  });
  const listed = () => useLibrary.getState().prompts.sandbox ?? [];

  it('shows the first page at once and the rest when it is there', async () => {
    const sizes: number[] = [];
    const stop = useLibrary.subscribe(() => sizes.push(listed().length));
    await useLibrary.getState().load('sandbox');
    stop();
    expect(sizes).toEqual([200, 450]);
  });

  it('keeps archived ones apart, and their titles', async () => {
    stored[7] = prompt('p007', { archived: true, title: 'Old' });
    await useLibrary.getState().load('sandbox');
    expect(listed()).toHaveLength(449);
    expect(findPrompt(useLibrary.getState(), 'sandbox', 'p007')?.title).toBe('Old');
  });

  it('reads one changed prompt, not all of them', async () => {
    await useLibrary.getState().load('sandbox');
    calls = [];
    stored[3] = prompt('p003', { archived: true });
    stored.push(prompt('p0035'));
    useLibrary.getState().noteChanged(place('p003'));
    useLibrary.getState().noteChanged(place('p003'));
    useLibrary.getState().noteChanged(place('p0035'));
    await expect.poll(() => listed()[3]?.name).toBe('p0035');
    expect(listed()).toHaveLength(450);
    expect(findPrompt(useLibrary.getState(), 'sandbox', 'p003')?.archived).toBe(true);
    expect(calls).toEqual(['prompts.get', 'prompts.get']);
  });

  it('reads all again where very many changed', async () => {
    await useLibrary.getState().load('sandbox');
    calls = [];
    for (const { name } of stored.slice(0, 100)) useLibrary.getState().noteChanged(place(name));
    await expect.poll(() => calls.length).toBe(3);
    expect(new Set(calls)).toEqual(new Set(['prompts.list']));
  });

  it('lets no page that was read before a change put the old title back', async () => {
    beforePage = async (cursor) => {
      if (cursor !== '200') return;
      stored[1] = prompt('p001', { title: 'New' });
      await useLibrary.getState().refresh(place('p001'));
    };
    await useLibrary.getState().load('sandbox');
    expect(findPrompt(useLibrary.getState(), 'sandbox', 'p001')?.title).toBe('New');
  });
});
