import type { PromptSummary } from '#core/contract/shapes.ts';

interface PromptOption {
  readonly value: string;
  readonly label: string;
}

/**
 * Every prompt by its title, the archived ones too; where two have the same, with the name. One that is not known
 * keeps its name.
 *
 * @param chosen the name of the one that is chosen
 */
export function listPromptOptions(
  listed: readonly PromptSummary[],
  archived: readonly PromptSummary[],
  chosen: string | null,
): PromptOption[] {
  const options = [
    ...listed.map(({ name, title }) => ({ value: name, label: title })),
    ...archived.map(({ name, title }) => ({ value: name, label: `${title} (archived)` })),
  ];
  const titles = new Map<string, number>();
  for (const { label } of options) titles.set(label, (titles.get(label) ?? 0) + 1);
  const distinct = options.map(({ value, label }) => ({
    value,
    label: (titles.get(label) ?? 0) > 1 ? `${label} — ${value}` : label,
  }));
  if (chosen === null || options.some(({ value }) => value === chosen)) return distinct;
  return [...distinct, { value: chosen, label: chosen }];
}
