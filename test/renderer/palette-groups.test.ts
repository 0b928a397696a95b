import { describe, expect, it } from 'vitest';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { Command } from '#renderer/command.ts';
import { findPaletteGroups } from '#renderer/features/shell/palette-groups.ts';

const command = (name: string, ...keywords: string[]): Command => ({
  id: name,
  name,
  keywords,
  group: 'View',
  run: () => undefined,
});
const prompt = (name: string, title = name) =>
  ({ name, title, description: '', tags: [] }) as unknown as PromptSummary;

const commands = [
  command('Import prompts', 'add'),
  command('Export everything'),
  command('Promote to stable', 'go live'),
];
const find = (typed: string, prompts: readonly PromptSummary[] = []) =>
  findPaletteGroups(typed, commands, prompts).map(({ title, items }) => [
    title,
    ...items.map((item) => (item.kind === 'command' ? item.command.name : item.prompt.title)),
  ]);

describe('the groups of the palette', () => {
  it('find every word, in a name or in another word for it, the nearest first', () => {
    expect(find('to prom')).toEqual([['Commands', 'Promote to stable']]);
    expect(find('live')).toEqual([['Commands', 'Promote to stable']]);
    expect(find('prom')).toEqual([['Commands', 'Promote to stable', 'Import prompts']]);
    expect(find('nothing of it')).toEqual([]);
  });

  it('begin with the prompts where one is nearer than every command', () => {
    expect(find('live', [prompt('live-chat', 'Live chat')])).toEqual([
      ['Prompts', 'Live chat'],
      ['Commands', 'Promote to stable'],
    ]);
    expect(find('export', [prompt('monthly', 'Monthly export')])).toEqual([
      ['Commands', 'Export everything'],
      ['Prompts', 'Monthly export'],
    ]);
  });

  it('list fifty prompts and count the rest', () => {
    const many = Array.from({ length: 60 }, (_, index) => prompt(`prompt-${index}`));
    expect(findPaletteGroups('prompt-', [], many)).toMatchObject([{ items: { length: 50 }, left: 10 }]);
  });
});
