import {
  type AuditedInterval,
  type AuditedTests,
  type AuditQuestion,
  type AuditRecord,
  longestWholeLog,
} from '#core/contract/audit-shapes.ts';
import { Problem } from '#core/contract/problem.ts';
import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { RegistryEvent, StableInterval } from '#core/contract/shapes.ts';
import { listOutcomes } from '#core/contract/test-outcomes.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import { inParallel } from '../transfer/in-parallel.ts';

const readAtOnce = 8;
/** A log of a million entries is walked in less, in milliseconds. */
const patienceToVerify = 10 * 60_000;

/**
 * Collects what answers the question which version was stable then, who brought it there, and what the log says.
 *
 * @throws {Problem} what the registry answered; `invalid-request` where the log is too long to be had as a whole
 * @throws {AppError} `registry-unreachable`, `not-a-registry`
 */
export async function collectAudit(
  client: RegistryClient,
  name: string,
  question: AuditQuestion,
): Promise<AuditRecord> {
  const params = { name };
  const [prompt, me, history, chain] = await Promise.all([
    client.call('getDetails', { params }),
    client.call('getMe', {}),
    client.listAll('getStableHistory', { params, query: {} }),
    question.proof === 'none' ? null : client.call('verifyEvents', {}, { patience: patienceToVerify }),
  ]);
  if (question.proof === 'whole-log' && (chain?.count ?? 0) > longestWholeLog) {
    throw new Problem('invalid-request', 'The log is too long to be exported as a whole.');
  }
  const oldestFirst = history.toReversed();
  const touched = oldestFirst.filter((interval) => touches(interval, question));
  const promoted: Omit<AuditedInterval, 'tests'>[] = [];
  await inParallel([...touched.entries()], readAtOnce, async ([index, interval]) => {
    const { id } = interval.promotion;
    promoted[index] = { interval, promotion: await client.call('getPromotion', { params: { id } }) };
  });
  const events = await readEvents(client, name, question, promoted);
  const intervals: AuditedInterval[] = [];
  await inParallel([...promoted.entries()], readAtOnce, async ([index, audited]) => {
    intervals[index] = { ...audited, tests: await readTests(client, audited.promotion, events) };
  });
  const lastIndex = oldestFirst.findLastIndex((interval) => interval.since <= question.until);
  return {
    question,
    prompt,
    first: await client.call('getVersion', { params: { name, version: 1 } }),
    intervals,
    firstPromotion: oldestFirst[0] ?? null,
    next: oldestFirst[lastIndex + 1] ?? null,
    events,
    chain,
    collectedAt: new Date().toISOString(),
    collectedBy: { id: me.id, name: me.name },
    from: client.address,
  };
}

function touches({ since, until }: StableInterval, question: AuditQuestion): boolean {
  return since <= question.until && (until === null || until > question.since);
}

/** What came of the test inputs before a promotion was applied; the log says which run that was. */
async function readTests(
  client: RegistryClient,
  { id, prompt, kind, evaluation }: PromotionDetails,
  events: readonly RegistryEvent[],
): Promise<AuditedTests | null> {
  if (kind === 'rollback' || evaluation === null) return null;
  const applied = events.find(({ type, data }) => type === 'promotion.applied' && data.promotion === id);
  const finished = events.find(
    ({ type, data }) => type === 'evaluation.finished' && data.evaluation === evaluation.id,
  );
  // Older registries name the last run, also where it came later.
  if (!applied || !finished || finished.seq > applied.seq) return null;
  const { results } = await client.call('getEvaluation', { params: { name: prompt, id: evaluation.id } });
  const { outcomesHash } = finished.data;
  return {
    outcomes: listOutcomes(results),
    outcomesHash: typeof outcomesHash === 'string' ? outcomesHash : null,
  };
}

/** Of the prompt, what happened then or led to it, and every move of `stable`; and what changed the registry's policy. */
async function readEvents(
  client: RegistryClient,
  prompt: string,
  { since, until, proof }: AuditQuestion,
  intervals: readonly Omit<AuditedInterval, 'tests'>[],
): Promise<RegistryEvent[]> {
  if (proof === 'none') return [];
  if (proof === 'whole-log') return client.listAll('listEvents', { query: {} });
  const versions = new Set<number | undefined>(
    intervals.flatMap(({ promotion: { version, baseStable } }) => [
      version,
      ...(baseStable ? [baseStable] : []),
    ]),
  );
  const ofPrompt = await client.listAll('listEvents', { query: { prompt } });
  const ofPolicy = await client.listAll('listEvents', { query: { type: 'policy.changed' } });
  const wanted = ofPrompt.filter(
    ({ type, version, at }) =>
      (at >= since && at <= until) ||
      versions.has(version) ||
      ['prompt.created', 'promotion.applied', 'channel.rolled-back', 'policy.changed'].includes(type),
  );
  const registryPolicy = ofPolicy.filter((event) => event.prompt === undefined);
  return [...wanted, ...registryPolicy].toSorted((one, other) => one.seq - other.seq);
}
