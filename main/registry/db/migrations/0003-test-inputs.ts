import type { ColumnDefinitionBuilder } from 'kysely';
import type { Migration } from '../migration.ts';

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.notNull().primaryKey();

/** Test inputs of prompts, and what came out of them. */
export const testInputsAndEvaluations: Migration = async ({ schema }) => {
  await schema
    .createTable('testInputs')
    .addColumn('promptId', 'integer', (column) => column.notNull().primaryKey().references('prompts.id'))
    .addColumn('inputs', 'text', required)
    .addColumn('inputsHash', 'text', required)
    .execute();

  await schema
    .createTable('evaluations')
    .addColumn('position', 'integer', key)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('promptId', 'integer', (column) => column.notNull().references('prompts.id'))
    .addColumn('candidate', 'integer', required)
    .addColumn('baseline', 'integer')
    .addColumn('inputsHash', 'text', required)
    .addColumn('passed', 'integer', required)
    .addColumn('results', 'text', required)
    .addColumn('memberId', 'text', (column) => column.notNull().references('members.id'))
    .addColumn('createdAt', 'text', required)
    .execute();
  await schema
    .createIndex('evaluationsByPrompt')
    .on('evaluations')
    .columns(['promptId', 'candidate', 'position'])
    .execute();
};
