import type { Insertable } from 'kysely';
import { Problem } from '#core/contract/problem.ts';
import type { Evaluation, EvaluationSummary } from '#core/contract/test-shapes.ts';
import type { TestState } from '#core/domain/promotion.ts';
import type { Queries } from '../db/database.ts';
import { nextNumber } from '../db/next-number.ts';
import type { Tables } from '../db/tables.ts';
import { findApplication, findEvaluationEvent } from '../events/repository.ts';
import { findInputs, listInputHashes } from '../test-inputs/repository.ts';
import type { PromptKey } from '../versions/repository.ts';

export async function insertEvaluation(
  queries: Queries,
  evaluation: Omit<Insertable<Tables['evaluations']>, 'position'>,
): Promise<void> {
  const position = await nextNumber(queries, 'evaluations', 'position');
  await queries
    .insertInto('evaluations')
    .values({ ...evaluation, position })
    .execute();
}

function selectEvaluations(queries: Queries, promptId: number) {
  return queries
    .selectFrom('evaluations')
    .innerJoin('members', 'members.id', 'evaluations.memberId')
    .select(['evaluations.position', 'evaluations.id', 'evaluations.candidate', 'evaluations.baseline'])
    .select(['evaluations.passed', 'evaluations.inputsHash', 'evaluations.createdAt'])
    .select(['evaluations.memberId', 'members.name as memberName'])
    .where('evaluations.promptId', '=', promptId)
    .orderBy('evaluations.position', 'desc');
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectEvaluations>['execute']>>[number];

/** Evaluations of a prompt, newest first, beginning below a position. */
export async function listEvaluations(
  queries: Queries,
  promptId: number,
  candidate: number | undefined,
  below: number | null,
  limit: number,
): Promise<SummaryRow[]> {
  return selectEvaluations(queries, promptId)
    .$if(candidate !== undefined, (query) => query.where('evaluations.candidate', '=', candidate ?? 0))
    .$if(below !== null, (query) => query.where('evaluations.position', '<', below))
    .limit(limit)
    .execute();
}

/** @throws Problem `evaluation-not-found` */
export async function requireEvaluation(
  queries: Queries,
  prompt: PromptKey,
  id: string,
): Promise<Evaluation> {
  const row = await selectEvaluations(queries, prompt.id)
    .select('evaluations.results')
    .where('evaluations.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('evaluation-not-found', `“${prompt.name}” has no evaluation with this id.`);
  const { inputsHash } = await findInputs(queries, prompt.id);
  return { ...toSummary(row, prompt.name, inputsHash), results: JSON.parse(row.results) };
}

/** @param currentHash of the test inputs as they are now */
export function toSummary(row: SummaryRow, prompt: string, currentHash: string): EvaluationSummary {
  const { id, candidate, baseline, createdAt, memberId, memberName } = row;
  return {
    id,
    prompt,
    candidate,
    baseline,
    passed: row.passed === 1,
    isCurrent: row.inputsHash === currentHash,
    by: { id: memberId, name: memberName },
    createdAt,
  };
}

/** The last evaluation of a version, or `null`. */
export async function findLastEvaluation(
  queries: Queries,
  prompt: PromptKey,
  version: number,
): Promise<EvaluationSummary | null> {
  const [row] = await listEvaluations(queries, prompt.id, version, null, 1);
  if (!row) return null;
  return toSummary(row, prompt.name, (await findInputs(queries, prompt.id)).inputsHash);
}

/**
 * What the test inputs said of a version when it was promoted: its last evaluation before that entry of the log, or
 * `null`.
 */
export async function findEvaluationWhenApplied(
  queries: Queries,
  prompt: PromptKey,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<EvaluationSummary | null> {
  const seq = await findApplication(queries, prompt.name, version, id);
  const finished = seq === null ? null : await findEvaluationEvent(queries, prompt.name, version, seq);
  if (finished === null) return null;
  const row = await selectEvaluations(queries, prompt.id)
    .where('evaluations.id', '=', String(finished.data.evaluation))
    .executeTakeFirst();
  return row ? toSummary(row, prompt.name, (await findInputs(queries, prompt.id)).inputsHash) : null;
}

interface Tested {
  readonly promptId: number;
  readonly version: number;
}

/** What the test inputs say of some versions: each by its last evaluation with the inputs as they are now. */
export async function findTestStates(
  queries: Queries,
  tested: readonly Tested[],
): Promise<(version: Tested) => TestState> {
  const promptIds = tested.map(({ promptId }) => promptId);
  const hashes = await listInputHashes(queries, promptIds);
  const states = new Map<string, TestState>();
  if (hashes.size > 0) {
    const rows = await queries
      .selectFrom('evaluations')
      .select(['promptId', 'candidate', 'inputsHash', 'passed'])
      .where('promptId', 'in', [...hashes.keys()])
      .where('candidate', 'in', [...new Set(tested.map(({ version }) => version))])
      .orderBy('position')
      .execute();
    for (const { promptId, candidate, inputsHash, passed } of rows) {
      if (hashes.get(promptId) !== inputsHash) continue;
      states.set(`${promptId}@${candidate}`, passed === 1 ? 'passed' : 'failed');
    }
  }
  return ({ promptId, version }) =>
    hashes.has(promptId) ? (states.get(`${promptId}@${version}`) ?? 'not-run') : 'none';
}
