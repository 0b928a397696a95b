import { sql } from 'kysely';
import { z } from 'zod';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { Queries } from '../db/database.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import { selectSummaries, toSearchText, toSummary } from './repository.ts';

export interface PromptFilter {
  /** Part of a name, title, description or tag. */
  readonly query?: string | undefined;
  readonly folder?: string | undefined;
  readonly tag?: string | undefined;
  readonly archived: 'true' | 'false' | 'any';
  readonly sort: 'name' | '-name' | 'updatedAt' | '-updatedAt';
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Where a page ended: the order, and the last prompt's place in it. */
const position = z.object({ sort: z.string(), updatedAt: z.string(), name: z.string() });

/** One page of the prompts that fit a filter. */
export async function listSummaries(queries: Queries, filter: PromptFilter): Promise<Page<PromptSummary>> {
  const { sort, limit } = filter;
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const isByTime = sort.endsWith('updatedAt');
  const from = decodeCursor(filter.cursor, position.extend({ sort: z.literal(sort) }));

  let select = applyFilter(selectSummaries(queries), filter).limit(limit + 1);
  if (isByTime) select = select.orderBy('prompts.updatedAt', direction);
  select = select.orderBy('prompts.name', direction);
  if (from) {
    const beyond = direction === 'asc' ? '>' : '<';
    select = select.where(({ eb, and, or }) => {
      const nameIsBeyond = eb('prompts.name', beyond, from.name);
      if (!isByTime) return nameIsBeyond;
      const sameTime = eb('prompts.updatedAt', '=', from.updatedAt);
      return or([eb('prompts.updatedAt', beyond, from.updatedAt), and([sameTime, nameIsBeyond])]);
    });
  }
  return toPage(await select.execute(), limit, toSummary, ({ updatedAt, name }) => ({
    sort,
    updatedAt,
    name,
  }));
}

function applyFilter(select: ReturnType<typeof selectSummaries>, filter: PromptFilter) {
  const { query, tag, archived } = filter;
  const folder = filter.folder?.replace(/\/+$/, '');
  let filtered = select;
  if (archived !== 'any') filtered = filtered.where('prompts.archived', '=', archived === 'true' ? 1 : 0);
  if (query) {
    const pattern = `%${toSearchText(query).replace(/[\\%_]/g, '\\$&')}%`;
    filtered = filtered.where(
      ({ ref }) => sql<boolean>`${ref('prompts.searchText')} like ${pattern} escape '\\'`,
    );
  }
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
