import type { Kysely } from 'kysely';

/** One step of the schema. Its number is its place in the list of `migrate`, from 1. */
export type Migration = (schema: Kysely<unknown>) => Promise<void>;
