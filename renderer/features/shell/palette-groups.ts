import type { PromptSummary } from '#core/contract/shapes.ts';
import { foldText } from '#core/domain/search/fold-text.ts';
import { rankPrompt, searchRanks } from '#core/domain/search/match-prompt.ts';
import { rankDetails, searchDetails } from '#core/domain/search/search-details.ts';
import { splitSearch } from '#core/domain/search/search-words.ts';
import type { Command } from '../../command.ts';

/** How many prompts are listed; who looks for another types more of its name. */
const mostPrompts = 50;

export type PaletteItem =
  | { readonly kind: 'command'; readonly id: string; readonly command: Command }
  | { readonly kind: 'prompt'; readonly id: string; readonly prompt: PromptSummary };

/** A part of the palette, its best match first. */
export interface PaletteGroup {
  readonly title: 'Commands' | 'Prompts';
  readonly items: readonly PaletteItem[];
  /** How many more there are than are listed. */
  readonly left: number;
}

/** What the palette offers for what was typed, the group with the nearest match first. Empty where nothing matches. */
export function findPaletteGroups(
  typed: string,
  commands: readonly Command[],
  prompts: readonly PromptSummary[],
): PaletteGroup[] {
  const words = splitSearch(typed);
  const foundCommands = commands
    .map((command) => ({ command, rank: rankCommand(command, words) }))
    .filter(({ rank }) => rank < searchRanks.text)
    .toSorted((a, b) => a.rank - b.rank);
  const foundPrompts = searchDetails(prompts, words);
  const [firstPrompt] = foundPrompts;
  const commandGroup: PaletteGroup = {
    title: 'Commands',
    items: foundCommands.map(({ command }) => ({ kind: 'command', id: command.id, command })),
    left: 0,
  };
  const promptGroup: PaletteGroup = {
    title: 'Prompts',
    items: foundPrompts
      .slice(0, mostPrompts)
      .map((prompt) => ({ kind: 'prompt', id: `prompt ${prompt.name}`, prompt })),
    left: Math.max(0, foundPrompts.length - mostPrompts),
  };
  const nearest = foundCommands[0]?.rank ?? searchRanks.text;
  const isPromptNearer = firstPrompt !== undefined && rankDetails(firstPrompt, words) < nearest;
  const groups = isPromptNearer ? [promptGroup, commandGroup] : [commandGroup, promptGroup];
  return groups.filter(({ items }) => items.length > 0);
}

function rankCommand({ name, keywords = [] }: Command, words: readonly string[]): number {
  return rankPrompt(foldText(name), foldText([name, ...keywords].join('\n')), words);
}
