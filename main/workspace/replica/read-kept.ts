import { createHash } from 'node:crypto';
import type { ReadName } from './registry-reader.ts';
import type { ReplicaTables } from './replica-store.ts';

/** What a replica knows, and whether the registry would say the same: as far as its events tell. */
export interface Kept {
  readonly value: unknown;
  readonly isCurrent: boolean;
}

/**
 * The calls whose last answers are kept. Each is true until an event tells of a change in its prompt or, without one,
 * of any change at all.
 */
const keptNames: ReadonlySet<ReadName> = new Set<ReadName>([
  'listPromotions',
  'getPromotion',
  'getChannels',
  'getStableAt',
  'getStableHistory',
  'getPolicy',
  'getPromptPolicy',
  'listPolicies',
  'getTestInputs',
  'listEvaluations',
  'getEvaluation',
  'listEvents',
  'listDeciders',
  'listActors',
  'compareVersions',
]);

export interface ReadQuestion {
  readonly name: ReadName;
  readonly isAll: boolean;
  readonly params?: { readonly name?: string; readonly [other: string]: unknown };
  readonly query?: Readonly<Record<string, unknown>>;
}

export const isKept = ({ name }: ReadQuestion) => keptNames.has(name);

/** The last answer to a question. */
export function findKeptAnswer(tables: ReplicaTables, question: ReadQuestion): Kept | null {
  const answer = tables.answers.find(keyOf(question));
  if (!answer) return null;
  const prompt = question.params?.name;
  const changedAt =
    prompt === undefined
      ? tables.changes()
      : Math.max(tables.lastWideChange(), tables.prompts.changedAt(prompt));
  return { value: answer.value, isCurrent: answer.readAt >= changedAt };
}

/** Keeps an answer. @param readAt the count of changes when it was asked for */
export function keepAnswer(
  tables: ReplicaTables,
  question: ReadQuestion,
  value: unknown,
  readAt: number,
): void {
  tables.answers.put(keyOf(question), value, readAt);
}

function keyOf({ name, isAll, params = {}, query = {} }: ReadQuestion): string {
  const given = Object.entries({ ...params, ...query }).filter(([, value]) => value !== undefined);
  const inOrder = given.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const key = `${name}${isAll ? ' all' : ''} ${JSON.stringify(inOrder)}`;
  return key.length < 500 ? key : createHash('sha256').update(key).digest('hex');
}
