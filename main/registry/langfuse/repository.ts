import type { Queries } from '../db/database.ts';
import type { ListQuery } from './queries.ts';

type PositionFilter = Omit<ListQuery, 'label'> & { readonly onlyStable: boolean };

/** One page of the prompts that are not archived, by name, and how many there are in all. */
export async function listPositions(queries: Queries, filter: PositionFilter) {
  const { page, limit } = filter;
  const [rows, counted] = await Promise.all([
    selectPrompts(queries, filter)
      .select(['name', 'tags', 'latest', 'stable', 'updatedAt'])
      .orderBy('name')
      .limit(limit)
      .offset((page - 1) * limit)
      .execute(),
    selectPrompts(queries, filter)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { rows, total: Number(counted.count) };
}

function selectPrompts(queries: Queries, filter: PositionFilter) {
  const { name, tag, fromUpdatedAt, toUpdatedAt, onlyStable } = filter;
  return queries
    .selectFrom('prompts')
    .where('archived', '=', 0)
    .$if(name !== undefined, (query) => query.where('name', '=', name ?? ''))
    .$if(tag !== undefined, (query) =>
      query.where('id', 'in', ({ selectFrom }) =>
        selectFrom('promptTags')
          .select('promptId')
          .where('tag', '=', tag ?? ''),
      ),
    )
    .$if(onlyStable, (query) => query.where('stable', 'is not', null))
    .$if(fromUpdatedAt !== undefined, (query) => query.where('updatedAt', '>=', toUtc(fromUpdatedAt)))
    .$if(toUpdatedAt !== undefined, (query) => query.where('updatedAt', '<', toUtc(toUpdatedAt)));
}

function toUtc(moment = ''): string {
  return new Date(moment).toISOString();
}
