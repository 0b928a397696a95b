import { describe, expect, it } from 'vitest';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { groupPrompts, searchPrompts } from '#renderer/features/library/group-prompts.ts';
import { findPrompt, useLibrary } from '#renderer/features/library/library-store.ts';
import { describePromptState } from '#renderer/features/library/prompt-state.ts';

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

describe('the prompt list', () => {
  it('shows prompts without a folder first, then folder by folder, by title', () => {
    const rows = groupPrompts([
      prompt('legal/b', { title: 'Zebra' }),
      prompt('support'),
      prompt('legal/a', { title: 'Ant' }),
      prompt('legal/eu/x'),
    ]);
    expect(rows.map((row) => (row.kind === 'folder' ? row.folder : row.prompt.name))).toEqual([
      'support',
      'legal',
      'legal/a',
      'legal/b',
      'legal/eu',
      'legal/eu/x',
    ]);
  });

  it('counts numbers in titles as numbers', () => {
    const rows = groupPrompts([prompt('a', { title: 'Mail 10' }), prompt('b', { title: 'Mail 2' })]);
    expect(rows.map((row) => row.kind === 'prompt' && row.prompt.title)).toEqual(['Mail 2', 'Mail 10']);
  });

  it('still knows an open prompt that was archived', () => {
    useLibrary.setState({ prompts: { sandbox: [prompt('b')] }, unlisted: {} });
    const known = { latest: 3, stable: 1, updatedAt: '2026-03-04T14:00:00.000Z' };
    useLibrary.getState().keepUnlisted({ connection: 'sandbox', prompt: 'a' }, known);
    useLibrary.getState().keepUnlisted({ connection: 'sandbox', prompt: 'b' }, known);
    const state = useLibrary.getState();
    expect(findPrompt(state, 'sandbox', 'a')).toMatchObject({ ...known, archived: true });
    expect(findPrompt(state, 'sandbox', 'b')).toMatchObject({ latest: 2, archived: false });
  });

  it('finds every word of the query in title, name, description or tags', () => {
    const prompts = [prompt('refund', { tags: ['EU'], description: 'Money back' }), prompt('greeting')];
    expect(searchPrompts(prompts, 'eu money').map(({ name }) => name)).toEqual(['refund']);
    expect(searchPrompts(prompts, ' ')).toHaveLength(2);
  });

  it('says in a word where a prompt stands', () => {
    expect(describePromptState(prompt('a'))).toBeNull();
    expect(describePromptState(prompt('a', { latest: 3 }))?.label).toBe('ahead of stable');
    expect(describePromptState(prompt('a', { stable: null }))?.label).toBe('not promoted');
    expect(describePromptState(prompt('a', { pendingPromotions: 1 }))?.label).toBe('waiting');
  });
});
