import type { Migration } from '../migration.ts';

/** Members who were deactivated: their keys open nothing, and what they did stays. */
export const activeMembers: Migration = async (schema) => {
  await schema.schema
    .alterTable('members')
    .addColumn('active', 'integer', (of) => of.notNull().defaultTo(1))
    .execute();
};
