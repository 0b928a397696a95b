import { hash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { formatHash } from '#core/contract/format-hash.ts';
import { Problem } from '#core/contract/problem.ts';
import type { Member } from '#core/contract/shapes.ts';
import { listOutcomes } from '#core/contract/test-outcomes.ts';
import type {
  Evaluation,
  EvaluationSummary,
  TestResult,
  WantedEvaluation,
} from '#core/contract/test-shapes.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import { type PromptRow, requirePrompt } from '../prompts/repository.ts';
import type { CompiledTexts } from '../resolve/compiled-texts.ts';
import { findInputs, type StoredInputs } from '../test-inputs/repository.ts';
import { evaluateInputs } from './evaluate-inputs.ts';
import { createPatternWorker } from './pattern-worker.ts';
import { insertEvaluation, listEvaluations, requireEvaluation, toSummary } from './repository.ts';

const position = z.number().int();

/**
 * Runs the test inputs of prompts and keeps what came out. One evaluation runs at a time; the others wait.
 *
 * @param whenFinished brings what is judged by it up to date, in the same transaction
 */
export function createEvaluationService(
  { read, write }: Database,
  texts: CompiledTexts,
  appendEvent: AppendEvent,
  clock: Clock,
  whenFinished: (transaction: Transaction, promptId: number) => Promise<void>,
) {
  let last: Promise<unknown> = Promise.resolve();

  const requireText = async (prompt: PromptRow, version: number) => {
    const text = await texts.find(prompt.name, version);
    if (!text) throw new Problem('version-not-found', `“${prompt.name}” has no version ${version}.`);
    return text;
  };

  const run = async (
    prompt: PromptRow,
    { inputs }: StoredInputs,
    candidate: number,
    baseline: number | null,
  ) => {
    const candidateText = await requireText(prompt, candidate);
    const baselineText = baseline === null ? null : await requireText(prompt, baseline);
    const patterns = createPatternWorker();
    try {
      return await evaluateInputs(inputs, candidateText, baselineText, patterns.match);
    } finally {
      await patterns.close();
    }
  };

  return {
    /** @throws Problem `prompt-not-found`, `version-not-found`, `channel-empty`, `invalid-request` */
    evaluate: async (actor: Member, name: string, wanted: WantedEvaluation): Promise<Evaluation> => {
      const prompt = await requirePrompt(read, name);
      const candidate = toNumber(prompt, wanted.candidate);
      const baseline = toBaseline(prompt, wanted.baseline);
      const stored = await findInputs(read, prompt.id);
      const answers = new Map(wanted.answers?.map(({ input, ...answer }) => [input, answer]));
      refuseUnknownAnswers(answers.keys(), stored);
      const running = last.then(() => run(prompt, stored, candidate, baseline));
      last = running.catch(() => {});
      const results = (await running).map((result) => {
        const given = answers.get(result.input.id);
        return given ? { ...result, answers: given } : result;
      });
      const passed = results.length > 0 && results.every((result) => result.candidate.passed);
      return write(async (transaction) => {
        const { queries } = transaction;
        const { id: promptId } = prompt;
        const evaluation = { id: randomUUID(), candidate, baseline, createdAt: readTime(clock) };
        await insertEvaluation(queries, {
          ...evaluation,
          promptId,
          memberId: actor.id,
          inputsHash: stored.inputsHash,
          passed: passed ? 1 : 0,
          results: JSON.stringify(results),
        });
        await whenFinished(transaction, promptId);
        const inputs = results.length;
        const data = {
          ...{ evaluation: evaluation.id, baseline, passed, inputs, inputsHash: stored.inputsHash },
          outcomesHash: hashOutcomes(results),
        };
        const type = 'evaluation.finished';
        await appendEvent(transaction, { type, actor, prompt: name, version: candidate, data });
        return requireEvaluation(queries, prompt, evaluation.id);
      });
    },

    /** @throws Problem `prompt-not-found` */
    list: async (
      name: string,
      { candidate, limit, cursor }: WantedEvaluations,
    ): Promise<Page<EvaluationSummary>> => {
      const { id } = await requirePrompt(read, name);
      const below = decodeCursor(cursor, position);
      const rows = await listEvaluations(read, id, candidate, below, limit + 1);
      const { inputsHash } = await findInputs(read, id);
      return toPage(
        rows,
        limit,
        (row) => toSummary(row, name, inputsHash),
        (row) => row.position,
      );
    },

    /** @throws Problem `prompt-not-found`, `evaluation-not-found` */
    get: async (name: string, id: string): Promise<Evaluation> =>
      requireEvaluation(read, await requirePrompt(read, name), id),
  };
}

export type EvaluationService = ReturnType<typeof createEvaluationService>;

export interface WantedEvaluations {
  readonly candidate?: number | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** An answer to a test input that was removed meanwhile would be kept where nobody sees it. */
function refuseUnknownAnswers(answered: Iterable<string>, { inputs }: StoredInputs): void {
  const known = new Set(inputs.map(({ id }) => id));
  if ([...answered].every((id) => known.has(id))) return;
  const message = 'There is an answer to a test input that this prompt does not have.';
  throw new Problem('invalid-request', message, { errors: [{ field: 'answers', message }] });
}

/** What a kept result is known by in the event log: whoever changes it afterwards is found out. */
function hashOutcomes(results: readonly TestResult[]): string {
  return formatHash(hash('sha256', canonicalize(listOutcomes(results)) ?? '', 'hex'));
}

function toNumber(prompt: PromptRow, reference: WantedEvaluation['candidate']): number {
  const number = typeof reference === 'number' ? reference : prompt[reference];
  if (number !== null) return number;
  throw new Problem('channel-empty', `No version of “${prompt.name}” has been promoted to “stable” yet.`);
}

function toBaseline(prompt: PromptRow, wanted: WantedEvaluation['baseline']): number | null {
  if (wanted === undefined) return prompt.stable;
  return wanted === null ? null : toNumber(prompt, wanted);
}
