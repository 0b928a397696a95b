import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { TestInput } from '#core/contract/test-shapes.ts';
import type { Queries } from '../db/database.ts';

/** A prompt's test inputs, and the hash by which evaluations know them. */
export interface StoredInputs {
  readonly inputs: readonly TestInput[];
  readonly inputsHash: string;
}

/** The test inputs of a prompt; an empty list where none were ever set. */
export async function findInputs(queries: Queries, promptId: number): Promise<StoredInputs> {
  const row = await queries
    .selectFrom('testInputs')
    .select(['inputs', 'inputsHash'])
    .where('promptId', '=', promptId)
    .executeTakeFirst();
  if (!row) return { inputs: [], inputsHash: hashInputs([]) };
  return { inputs: JSON.parse(row.inputs), inputsHash: row.inputsHash };
}

/** Replaces the test inputs of a prompt. @returns their hash */
export async function storeInputs(
  queries: Queries,
  promptId: number,
  wanted: readonly TestInput[],
): Promise<string> {
  const row = { inputs: JSON.stringify(wanted), inputsHash: hashInputs(wanted) };
  await queries
    .insertInto('testInputs')
    .values({ promptId, ...row })
    .onConflict((conflict) => conflict.column('promptId').doUpdateSet(row))
    .execute();
  return row.inputsHash;
}

/** Known for each of some prompts: whether there are test inputs, and their hash. */
export async function listInputHashes(
  queries: Queries,
  promptIds: readonly number[],
): Promise<Map<number, string>> {
  if (promptIds.length === 0) return new Map();
  const rows = await queries
    .selectFrom('testInputs')
    .select(['promptId', 'inputsHash'])
    .where('promptId', 'in', [...new Set(promptIds)])
    .where('inputs', '<>', '[]')
    .execute();
  return new Map(rows.map(({ promptId, inputsHash }) => [promptId, inputsHash]));
}

/** A hash by which two lists of test inputs are the same or not. */
export function hashInputs(inputs: readonly TestInput[]): string {
  return hash('sha256', canonicalize(inputs) ?? '', 'hex');
}
