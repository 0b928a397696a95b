import type { PromptSummary } from '#core/contract/shapes.ts';

/** The prompts of each registry, by connection; absent until loaded. Each list is in name order. */
export interface SummaryLists {
  readonly prompts: Readonly<Record<string, readonly PromptSummary[]>>;
  readonly archived: Readonly<Record<string, readonly PromptSummary[]>>;
}

interface Lists {
  readonly listed: readonly PromptSummary[];
  readonly archived: readonly PromptSummary[];
}

/** Tells apart what the list shows and what was archived. */
export function splitSummaries(all: readonly PromptSummary[]): Lists {
  return {
    listed: all.filter((summary) => !summary.archived),
    archived: all.filter((summary) => summary.archived),
  };
}

/** Puts a prompt where it belongs by now. */
export function putSummary({ listed, archived }: Lists, summary: PromptSummary): Lists {
  return {
    listed: summary.archived ? without(listed, summary.name) : withOne(listed, summary),
    archived: summary.archived ? withOne(archived, summary) : without(archived, summary.name),
  };
}

function without(list: readonly PromptSummary[], name: string): readonly PromptSummary[] {
  const at = placeOf(list, name);
  return list[at]?.name === name ? list.toSpliced(at, 1) : list;
}

function withOne(list: readonly PromptSummary[], summary: PromptSummary): readonly PromptSummary[] {
  const at = placeOf(list, summary.name);
  return list.toSpliced(at, list[at]?.name === summary.name ? 1 : 0, summary);
}

/** Where a name stands in name order, or would stand. */
function placeOf(list: readonly PromptSummary[], name: string): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle]?.name ?? '') < name) from = middle + 1;
    else to = middle;
  }
  return from;
}
