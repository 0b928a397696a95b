import { sql } from 'kysely';
import { z } from 'zod';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { searchRanks } from '#core/domain/search/match-prompt.ts';
import { splitSearch } from '#core/domain/search/search-words.ts';
import type { Queries } from '../db/database.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import { type PromptPosition, readFound } from './read-found.ts';
import { selectSummaries, toSummary } from './repository.ts';
import { findCandidates } from './search-index.ts';

export interface PromptFilter {
  /** Words that all have to occur, in a name, title, description, tag or the latest text. */
  readonly query?: string | undefined;
  readonly folder?: string | undefined;
  readonly tag?: string | undefined;
  readonly archived: 'true' | 'false' | 'any';
  /** By relevance where there is a query, else by name. */
  readonly sort?: 'relevance' | 'name' | '-name' | 'updatedAt' | '-updatedAt' | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Where a page ended: the order, and the last prompt's place in it. */
const position = z.object({
  sort: z.string(),
  rank: z.number(),
  updatedAt: z.string(),
  name: z.string(),
});

/** One page of the prompts that fit a filter. */
export async function listSummaries(queries: Queries, filter: PromptFilter): Promise<Page<PromptSummary>> {
  const { limit } = filter;
  const words = splitSearch(filter.query ?? '');
  const wanted = filter.sort ?? 'relevance';
  const sort = wanted === 'relevance' && words.length === 0 ? 'name' : wanted;
  const from = decodeCursor(filter.cursor, position.extend({ sort: z.literal(sort) }));
  const select = (after: PromptPosition | null, count: number) =>
    selectPositions(queries, { ...filter, sort }, words, after, count);
  if (words.length > 0) {
    const found = await readFound(queries, words, limit + 1, from, select);
    return toPage(
      found,
      limit,
      ({ summary }) => summary,
      ({ position }) => ({ sort, ...position }),
    );
  }
  const places = await select(from, limit + 1);
  const ids = places.map(({ id }) => id);
  const rows =
    ids.length === 0 ? [] : await selectSummaries(queries).where('prompts.id', 'in', ids).execute();
  const byName = new Map(rows.map((row) => [row.name, toSummary(row)]));
  return toPage(
    places,
    limit,
    ({ name }) => byName.get(name) as PromptSummary,
    ({ rank, updatedAt, name }) => ({ sort, rank, updatedAt, name }),
  );
}

/** The places of the next prompts that may fit, in their order. */
async function selectPositions(
  queries: Queries,
  filter: PromptFilter,
  words: readonly string[],
  after: PromptPosition | null,
  count: number,
) {
  const sort = filter.sort ?? 'name';
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const beyond = direction === 'asc' ? '>' : '<';
  const rank = rankOf(words);
  let select = applyFilter(queries, filter)
    .select(['prompts.id', 'prompts.name', 'prompts.updatedAt', rank.as('rank')])
    .limit(count);
  if (words.length > 0) select = select.where('prompts.id', 'in', findCandidates(queries, words));
  if (sort === 'relevance') select = select.orderBy('rank');
  if (sort.endsWith('updatedAt')) select = select.orderBy('prompts.updatedAt', direction);
  select = select.orderBy('prompts.name', direction);
  if (after) {
    select = select.where(({ eb, and, or }) => {
      const nameIsBeyond = eb('prompts.name', beyond, after.name);
      if (sort === 'relevance') {
        return or([eb(rank, '>', after.rank), and([eb(rank, '=', after.rank), nameIsBeyond])]);
      }
      if (!sort.endsWith('updatedAt')) return nameIsBeyond;
      const sameTime = eb('prompts.updatedAt', '=', after.updatedAt);
      return or([eb('prompts.updatedAt', beyond, after.updatedAt), and([sameTime, nameIsBeyond])]);
    });
  }
  return select.execute();
}

/** `rankPrompt` in SQL. */
function rankOf(words: readonly string[]) {
  const { beginning, heading, details, text } = searchRanks;
  if (words.length === 0) return sql<number>`cast(${sql.lit(text)} as integer)`;
  const holdsAll = (column: string) =>
    sql.join(
      words.map((word) => sql`${sql.ref(column)} like ${`%${escapePattern(word)}%`} escape '\\'`),
      sql` and `,
    );
  return sql<number>`case
    when not (${holdsAll('prompts.searchText')}) then ${sql.lit(text)}
    when not (${holdsAll('prompts.searchHeading')}) then ${sql.lit(details)}
    when ${sql.ref('prompts.searchHeading')} like ${`${escapePattern(words.join(' '))}%`} escape '\\' then ${sql.lit(beginning)}
    else ${sql.lit(heading)} end`;
}

const escapePattern = (text: string) => text.replace(/[\\%_]/g, '\\$&');

function applyFilter(queries: Queries, filter: PromptFilter) {
  const { tag, archived } = filter;
  const folder = filter.folder?.replace(/\/+$/, '');
  let filtered = queries.selectFrom('prompts');
  if (archived !== 'any') filtered = filtered.where('prompts.archived', '=', archived === 'true' ? 1 : 0);
  if (folder) {
    // In the order of names, “0” comes right after “/”.
    filtered = filtered.where('prompts.name', '>=', `${folder}/`).where('prompts.name', '<', `${folder}0`);
  }
  if (tag) {
    filtered = filtered.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('promptTags')
          .select('promptTags.tag')
          .whereRef('promptTags.promptId', '=', 'prompts.id')
          .where('promptTags.tag', '=', tag),
      ),
    );
  }
  return filtered;
}
