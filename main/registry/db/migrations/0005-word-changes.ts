import type { Kysely } from 'kysely';
import { countWordChanges } from '#core/domain/count-word-changes.ts';
import type { Migration } from '../migration.ts';

interface Before {
  versions: {
    promptId: number;
    version: number;
    content: string;
    wordsAdded: number;
    wordsRemoved: number;
  };
}

const atOnce = 200;

/** How much each version changed, in words; counted for those that are there already. */
export const wordChanges: Migration = async (schema) => {
  for (const column of ['wordsAdded', 'wordsRemoved']) {
    await schema.schema
      .alterTable('versions')
      .addColumn(column, 'integer', (of) => of.notNull().defaultTo(0))
      .execute();
  }
  const queries = schema as Kysely<Before>;
  let last: Before['versions'] | undefined;
  for (;;) {
    const batch = await listAfter(queries, last);
    if (batch.length === 0) return;
    for (const row of batch) {
      const before = last?.promptId === row.promptId ? last.content : '';
      const { added, removed } = countWordChanges(before, row.content);
      await queries
        .updateTable('versions')
        .set({ wordsAdded: added, wordsRemoved: removed })
        .where('promptId', '=', row.promptId)
        .where('version', '=', row.version)
        .execute();
      last = row;
    }
  }
};

function listAfter(queries: Kysely<Before>, last: Before['versions'] | undefined) {
  return queries
    .selectFrom('versions')
    .selectAll()
    .$if(last !== undefined, (query) =>
      query.where(({ eb, or, and }) =>
        or([
          eb('promptId', '>', last?.promptId ?? 0),
          and([eb('promptId', '=', last?.promptId ?? 0), eb('version', '>', last?.version ?? 0)]),
        ]),
      ),
    )
    .orderBy('promptId')
    .orderBy('version')
    .limit(atOnce)
    .execute();
}
