import type { PromptSummary } from '#core/contract/shapes.ts';
import { matchPrompt, searchRanks } from '#core/domain/search/match-prompt.ts';
import type { Queries } from '../db/database.ts';
import { selectSummaries, toSummary } from './repository.ts';

/** A prompt's place in an order. */
export interface PromptPosition {
  readonly rank: number;
  readonly updatedAt: string;
  readonly name: string;
}

interface Found {
  readonly position: PromptPosition;
  readonly summary: PromptSummary;
}

/** How many texts are read in one go; more are asked for as fewer of them turn out to fit. */
const mostAtOnce = 1_000;

type Candidate = PromptPosition & { readonly id: number };

/** Reads candidates in their order until enough of them really hold the words of a search. */
export async function readFound(
  queries: Queries,
  words: readonly string[],
  wanted: number,
  from: PromptPosition | null,
  select: (after: PromptPosition | null, count: number) => Promise<readonly Candidate[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  let after = from;
  for (let count = wanted; found.length < wanted; count = Math.min(count * 4, mostAtOnce)) {
    const candidates = await select(after, count);
    const byName = await readTexts(queries, candidates);
    for (const { rank, updatedAt, name } of candidates) {
      const row = byName.get(name);
      if (!row || found.length === wanted) continue;
      const match = matchPrompt(row.summary, row.content, words);
      if (match) found.push({ position: { rank, updatedAt, name }, summary: { ...row.summary, match } });
    }
    if (candidates.length < count) break;
    after = candidates.at(-1) ?? null;
  }
  return found;
}

/** The summaries of candidates, with the text of those whose words are not all in their details. */
async function readTexts(queries: Queries, candidates: readonly Candidate[]) {
  const known = candidates.filter(({ rank }) => rank < searchRanks.text).map(({ id }) => id);
  const unknown = candidates.filter(({ rank }) => rank >= searchRanks.text).map(({ id }) => id);
  const byName = new Map<string, { summary: PromptSummary; content: string | null }>();
  if (known.length > 0) {
    const rows = await selectSummaries(queries).where('prompts.id', 'in', known).execute();
    for (const row of rows) byName.set(row.name, { summary: toSummary(row), content: null });
  }
  if (unknown.length > 0) {
    const rows = await selectSummaries(queries)
      .select('versions.content')
      .where('prompts.id', 'in', unknown)
      .execute();
    for (const { content, ...row } of rows) byName.set(row.name, { summary: toSummary(row), content });
  }
  return byName;
}
