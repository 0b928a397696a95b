import type { ColumnDefinitionBuilder } from 'kysely';
import type { Migration } from '../migration.ts';

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.notNull().primaryKey();
const unique = (column: ColumnDefinitionBuilder) => column.notNull().unique();
const of = (target: string) => (column: ColumnDefinitionBuilder) => column.notNull().references(target);

/** First answers of calls that may be repeated, comments on promotions, policies of single prompts. */
export const retriesAndReviews: Migration = async ({ schema }) => {
  await schema
    .createTable('firstAnswers')
    .addColumn('id', 'text', key)
    .addColumn('fingerprint', 'text', required)
    .addColumn('answer', 'text', required)
    .addColumn('expiresAt', 'text', required)
    .execute();
  await schema.createIndex('firstAnswersByExpiry').on('firstAnswers').column('expiresAt').execute();

  await schema
    .createTable('comments')
    .addColumn('position', 'integer', key)
    .addColumn('id', 'text', unique)
    .addColumn('promotionId', 'text', of('promotions.id'))
    .addColumn('memberId', 'text', of('members.id'))
    .addColumn('text', 'text', required)
    .addColumn('quote', 'text')
    .addColumn('createdAt', 'text', required)
    .execute();
  await schema.createIndex('commentsByPromotion').on('comments').column('promotionId').execute();

  await schema
    .createTable('promptPolicies')
    .addColumn('promptId', 'integer', (column) => column.notNull().primaryKey().references('prompts.id'))
    .addColumn('policy', 'text', required)
    .execute();
};
