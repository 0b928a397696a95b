import type { Migration } from '../migration.ts';

/** What the event log is filtered by beside the prompt and the type: who, and when. */
export const eventFilters: Migration = async (schema) => {
  const index = (name: string, columns: string[]) =>
    schema.schema.createIndex(name).on('events').columns(columns).execute();
  await index('eventsByActor', ['actorId', 'seq']);
  await index('eventsByTime', ['at', 'seq']);
};
