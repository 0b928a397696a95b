import type { ColumnDefinitionBuilder } from 'kysely';
import type { Migration } from '../migration.ts';

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.notNull().primaryKey();
const unique = (column: ColumnDefinitionBuilder) => column.notNull().unique();
const of = (target: string) => (column: ColumnDefinitionBuilder) => column.notNull().references(target);

/** Prompts, versions, promotions, members, keys and the event log. */
export const firstTables: Migration = async (schema) => {
  const table = (name: string) => schema.schema.createTable(name);
  const index = (name: string, on: string, columns: string[]) =>
    schema.schema.createIndex(name).on(on).columns(columns).execute();

  await table('members')
    .addColumn('position', 'integer', key)
    .addColumn('id', 'text', unique)
    .addColumn('name', 'text', required)
    .addColumn('email', 'text')
    .addColumn('roles', 'text', required)
    .addColumn('createdAt', 'text', required)
    .execute();

  await table('keys')
    .addColumn('id', 'text', key)
    .addColumn('memberId', 'text', of('members.id'))
    .addColumn('name', 'text', required)
    .addColumn('prefix', 'text', required)
    .addColumn('hash', 'text', unique)
    .addColumn('createdAt', 'text', required)
    .addColumn('expiresAt', 'text')
    .addColumn('revokedAt', 'text')
    .addColumn('lastUsedAt', 'text')
    .execute();

  await table('prompts')
    .addColumn('id', 'integer', key)
    .addColumn('name', 'text', unique)
    .addColumn('title', 'text', required)
    .addColumn('description', 'text', required)
    .addColumn('tags', 'text', required)
    .addColumn('archived', 'integer', required)
    .addColumn('latest', 'integer', required)
    .addColumn('stable', 'integer')
    .addColumn('createdAt', 'text', required)
    .addColumn('updatedAt', 'text', required)
    .addColumn('searchText', 'text', required)
    .execute();
  await index('promptsByUpdate', 'prompts', ['updatedAt', 'name']);

  await table('promptTags')
    .addColumn('promptId', 'integer', of('prompts.id'))
    .addColumn('tag', 'text', required)
    .addPrimaryKeyConstraint('promptTagsKey', ['promptId', 'tag'])
    .execute();
  await index('promptTagsByTag', 'promptTags', ['tag']);

  await table('versions')
    .addColumn('promptId', 'integer', of('prompts.id'))
    .addColumn('version', 'integer', required)
    .addColumn('content', 'text', required)
    .addColumn('contentHash', 'text', required)
    .addColumn('variables', 'text', required)
    .addColumn('note', 'text', required)
    .addColumn('authorId', 'text', of('members.id'))
    .addColumn('createdAt', 'text', required)
    .addColumn('parent', 'integer')
    .addPrimaryKeyConstraint('versionsKey', ['promptId', 'version'])
    .execute();

  await table('promotions')
    .addColumn('position', 'integer', key)
    .addColumn('id', 'text', unique)
    .addColumn('promptId', 'integer', of('prompts.id'))
    .addColumn('version', 'integer', required)
    .addColumn('kind', 'text', required)
    .addColumn('status', 'text', required)
    .addColumn('note', 'text', required)
    .addColumn('requestedBy', 'text', of('members.id'))
    .addColumn('createdAt', 'text', required)
    .addColumn('baseStable', 'integer')
    .addColumn('appliedAt', 'text')
    .addColumn('appliedBy', 'text', (column) => column.references('members.id'))
    .addForeignKeyConstraint('promotionsVersion', ['promptId', 'version'], 'versions', [
      'promptId',
      'version',
    ])
    .execute();
  await index('promotionsByPrompt', 'promotions', ['promptId', 'status']);
  await index('promotionsByStatus', 'promotions', ['status', 'position']);

  await table('reviews')
    .addColumn('position', 'integer', key)
    .addColumn('id', 'text', unique)
    .addColumn('promotionId', 'text', of('promotions.id'))
    .addColumn('memberId', 'text', of('members.id'))
    .addColumn('roles', 'text', required)
    .addColumn('decision', 'text', required)
    .addColumn('comment', 'text', required)
    .addColumn('contentHash', 'text', required)
    .addColumn('createdAt', 'text', required)
    .execute();
  await index('reviewsByPromotion', 'reviews', ['promotionId']);

  await table('stableMoves')
    .addColumn('promptId', 'integer', of('prompts.id'))
    .addColumn('position', 'integer', required)
    .addColumn('version', 'integer', required)
    .addColumn('promotionId', 'text', of('promotions.id'))
    .addColumn('at', 'text', required)
    .addPrimaryKeyConstraint('stableMovesKey', ['promptId', 'position'])
    .execute();

  await table('events')
    .addColumn('seq', 'integer', key)
    .addColumn('id', 'text', unique)
    .addColumn('type', 'text', required)
    .addColumn('at', 'text', required)
    .addColumn('actorId', 'text', required)
    .addColumn('actorName', 'text', required)
    .addColumn('prompt', 'text')
    .addColumn('version', 'integer')
    .addColumn('data', 'text', required)
    .addColumn('previousHash', 'text', required)
    .addColumn('hash', 'text', required)
    .execute();
  await index('eventsByPrompt', 'events', ['prompt', 'seq']);
  await index('eventsByType', 'events', ['type', 'seq']);

  await table('facts').addColumn('name', 'text', key).addColumn('value', 'text', required).execute();
};
