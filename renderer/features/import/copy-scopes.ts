import type { PromptSummary } from '#core/contract/shapes.ts';
import { formatCount } from '../../format/counts.ts';

/** Some prompts that can be copied together. */
interface CopyScope {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
}

/**
 * What can be copied: what is selected, the open prompt, each folder that it is in, every folder at the top, and all.
 *
 * @param open the name of the open prompt; `null` where none is
 * @param selected the names of the selected prompts
 */
export function listCopyScopes(
  prompts: readonly PromptSummary[],
  open: string | null,
  selected: readonly string[] = [],
): CopyScope[] {
  const names = prompts.map(({ name }) => name);
  const scopes: CopyScope[] = [];
  if (selected.length > 0) {
    const label = `Selected: ${formatCount(selected.length, 'prompt')}`;
    scopes.push({ id: 'selected', label, names: selected });
  }
  if (open !== null) {
    const title = prompts.find(({ name }) => name === open)?.title ?? open;
    scopes.push({ id: `prompt ${open}`, label: title, names: [open] });
  }
  const folders = new Set([...foldersOf(open ?? ''), ...names.flatMap((name) => foldersOf(name).slice(-1))]);
  for (const folder of folders) {
    const inside = names.filter((name) => name.startsWith(`${folder}/`));
    const label = `All in ${folder}: ${formatCount(inside.length, 'prompt')}`;
    scopes.push({ id: `folder ${folder}`, label, names: inside });
  }
  if (names.length > 0) {
    scopes.push({ id: 'all', label: `All: ${formatCount(names.length, 'prompt')}`, names });
  }
  return scopes;
}

/** The folders that a name is in, the nearest first. */
function foldersOf(name: string): string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}
