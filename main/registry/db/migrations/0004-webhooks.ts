import type { Migration } from '../migration.ts';

/** Webhooks and the outbox of their deliveries. */
export const webhooks: Migration = async ({ schema }) => {
  await schema
    .createTable('webhooks')
    .addColumn('position', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('types', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull())
    .addColumn('secrets', 'text', (column) => column.notNull())
    .addColumn('readUpTo', 'integer', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('deliveries')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('webhookId', 'text', (column) => column.notNull().references('webhooks.id'))
    .addColumn('eventSeq', 'integer', (column) => column.notNull().references('events.seq'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('responseStatus', 'integer')
    .addColumn('failure', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('lastAttemptAt', 'text')
    .addColumn('nextAttemptAt', 'text')
    .addColumn('leasedBy', 'text')
    .addColumn('leasedUntil', 'text')
    .addUniqueConstraint('deliveriesOfEvent', ['webhookId', 'eventSeq'])
    .execute();
  await schema
    .createIndex('deliveriesByTurn')
    .on('deliveries')
    .columns(['webhookId', 'status', 'nextAttemptAt'])
    .execute();
  await schema.createIndex('deliveriesByAge').on('deliveries').columns(['status', 'createdAt']).execute();
};
