import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { z } from 'zod';
import type { registryApi } from '#core/contract/registry-api.ts';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { matchPrompt, searchRanks } from '#core/domain/search/match-prompt.ts';
import { splitSearch } from '#core/domain/search/search-words.ts';

export type PromptQuery = Partial<z.output<typeof registryApi.listPrompts.query>>;
export type PromptPage = z.output<typeof registryApi.listPrompts.response>;

/** A replica's cursor: a registry's own begins otherwise, and is for the registry alone. */
const cursorPrefix = 'replica:';
const usualLimit = 50;
const { beginning, heading, details, text } = searchRanks;

/** True where a cursor is from `listKeptPrompts`. */
export const isReplicaCursor = (cursor: string | undefined) => cursor?.startsWith(cursorPrefix) ?? false;

/** One page of the prompts of a replica that fit a query, as the registry would answer it. */
export function listKeptPrompts(database: DatabaseSync, query: PromptQuery): PromptPage {
  const words = splitSearch(query.query ?? '');
  const limit = query.limit ?? usualLimit;
  const { conditions, values } = filterOf(query);
  for (const word of words) {
    conditions.push('(instr(details, ?) OR instr(folded, ?))');
    values.push(word, word);
  }
  const order = orderOf(query, words);
  const from = query.cursor?.slice(cursorPrefix.length);
  // By name, a page begins behind the last prompt of the one before, so that none comes twice where one is added.
  const isByName = order.by === 'name';
  if (isByName && from !== undefined) {
    conditions.push('name > ?');
    values.push(from);
  }
  const offset = isByName ? 0 : Number(from ?? 0);
  const statement = database.prepare(
    `SELECT name, prompts.summary, ${words.length > 0 ? 'content' : 'NULL AS content'} FROM prompts
     ${words.length > 0 ? 'LEFT JOIN versions ON versions.prompt = name AND versions.version = prompts.latest' : ''}
     WHERE prompts.summary IS NOT NULL ${conditions.map((condition) => `AND ${condition}`).join(' ')}
     ORDER BY ${order.by} LIMIT ? OFFSET ?`,
  );
  const rows = statement.all(...values, ...order.values, limit + 1, offset);
  const shown = rows.slice(0, limit);
  const next = isByName ? shown.at(-1)?.name : offset + limit;
  return {
    items: shown.flatMap((row) => {
      const summary = JSON.parse(String(row.summary)) as PromptSummary;
      if (words.length === 0) return [summary];
      const match = matchPrompt(summary, row.content === null ? null : String(row.content), words);
      return match ? [{ ...summary, match }] : [];
    }),
    nextCursor: rows.length > limit ? `${cursorPrefix}${next}` : null,
  };
}

function filterOf({ archived = 'false', folder: wanted, tag }: PromptQuery) {
  const conditions: string[] = [];
  const values: SQLInputValue[] = [];
  const folder = wanted?.replace(/\/+$/, '');
  if (archived !== 'any') conditions.push(`archived = ${archived === 'true' ? 1 : 0}`);
  if (folder) {
    // In the order of names, “0” comes right after “/”.
    conditions.push('name >= ? AND name < ?');
    values.push(`${folder}/`, `${folder}0`);
  }
  if (tag) {
    conditions.push(
      "EXISTS (SELECT 1 FROM json_each(prompts.summary, '$.tags') AS tags WHERE tags.value = ?)",
    );
    values.push(tag);
  }
  return { conditions, values };
}

/** `rankPrompt` in SQL, or the order that was asked for. */
function orderOf(query: PromptQuery, words: readonly string[]): { by: string; values: string[] } {
  switch (query.sort ?? 'relevance') {
    case 'name':
      return { by: 'name', values: [] };
    case '-name':
      return { by: 'name DESC', values: [] };
    case 'updatedAt':
      return { by: 'updatedAt, name', values: [] };
    case '-updatedAt':
      return { by: 'updatedAt DESC, name DESC', values: [] };
    case 'relevance': {
      if (words.length === 0) return { by: 'name', values: [] };
      const holdsAll = (column: string) => words.map(() => `instr(${column}, ?)`).join(' AND ');
      const by = `CASE WHEN NOT (${holdsAll('details')}) THEN ${text} WHEN NOT (${holdsAll('heading')}) THEN ${details}
        WHEN instr(heading, ?) = 1 THEN ${beginning} ELSE ${heading} END, name`;
      return { by, values: [...words, ...words, words.join(' ')] };
    }
  }
}
