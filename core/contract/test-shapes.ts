import { z } from 'zod';
import { isVariableName } from '../domain/template.ts';
import { checkKinds, findPatternFault } from '../domain/test-checks.ts';
import { label, note, person, time, versionNumber } from './shapes.ts';
import { previewValues } from './workspace-shapes.ts';

/** The shapes of test inputs and of what came out of them. */

const passage = note.max(2_000).min(1);
const pattern = z
  .string()
  .min(1)
  .max(1_000)
  .superRefine((text, context) => {
    const fault = findPatternFault(text);
    if (fault) context.addIssue({ code: 'custom', message: fault });
  });

const testCheck = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['contains', 'not-contains']), value: passage }),
  z.strictObject({ kind: z.literal('matches'), value: pattern }),
  z.strictObject({ kind: z.literal('max-length'), value: z.number().int().nonnegative() }),
  z.strictObject({ kind: z.literal('is-json') }),
]);

const variableName = z.string().refine(isVariableName, { error: 'This cannot be the name of a variable.' });
const inputText = z
  .string()
  .max(100_000)
  .refine((text) => text.isWellFormed(), { error: 'The text contains half a character.' });
const inputVariables = z.record(variableName, z.union([inputText, z.number(), z.boolean()]));

export const testInput = z.strictObject({
  id: z.string(),
  title: label,
  variables: inputVariables,
  checks: z.array(testCheck),
});
export type TestInput = z.infer<typeof testInput>;

/** All test inputs of a prompt. One without an `id` is a new one. */
export const testInputsBody = z
  .array(
    z.strictObject({
      id: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'Use letters, digits, “-” and “_”; 64 at most.' })
        .optional(),
      title: label,
      variables: inputVariables.default({}),
      checks: z.array(testCheck).max(50).default([]),
    }),
  )
  .max(100)
  .superRefine((inputs, context) => {
    const ids = inputs.flatMap(({ id }) => id ?? []);
    if (new Set(ids).size === ids.length) return;
    context.addIssue({ code: 'custom', message: 'Two test inputs have the same id.' });
  });
export type WantedTestInputs = z.infer<typeof testInputsBody>;

/**
 * Test inputs as they are being typed. They may be anything, a title that is empty or a pattern that is none
 * included; only saving checks them. A value is what stands in its field.
 */
const draftInput = z.object({
  id: z.string(),
  title: z.string(),
  values: previewValues,
  checks: z.array(z.object({ id: z.string(), kind: z.enum(checkKinds), value: z.string() })),
});
export type DraftInput = z.infer<typeof draftInput>;
export type DraftCheck = DraftInput['checks'][number];

export const testInputDraft = z.object({
  /** What the registry had when the typing began. */
  base: z.array(testInput),
  inputs: z.array(draftInput),
});
export type TestInputDraft = z.infer<typeof testInputDraft>;

const answerText = inputText.max(200_000).nullable();

const tokenCount = z.number().int().nonnegative();
const tokensOfAnswer = z.strictObject({ input: tokenCount, output: tokenCount }).nullable();

const answerOfModel = z.strictObject({
  /** What the model is called. */
  model: label,
  candidate: answerText,
  baseline: answerText,
  /** When it was asked. */
  askedAt: time.optional(),
  /** As the model's server reported them; `null` where it did not, or where there is no answer. */
  tokens: z.strictObject({ candidate: tokensOfAnswer, baseline: tokensOfAnswer }).optional(),
});

const reference = z.union([z.enum(['stable', 'latest']), versionNumber]);

export const newEvaluationBody = z.strictObject({
  candidate: reference.default('latest'),
  /** `null` for none; where it is left out, `stable`, if there is one. */
  baseline: reference.nullable().optional(),
  /** What a model answered to the finished texts, to be kept with them. The registry takes the caller's word for it. */
  answers: z
    .array(answerOfModel.extend({ input: z.string() }))
    .max(100)
    .optional(),
});
export type WantedEvaluation = z.infer<typeof newEvaluationBody>;

/** A test input, rendered with one version and checked. */
const outcome = z.object({
  passed: z.boolean(),
  /** The finished text; `null` where there is none, or where all of them together are too long to be kept. */
  text: z.string().nullable(),
  /** Why there is no finished text, in words. */
  problem: z.string().nullable(),
  checks: z.array(
    z.object({
      kind: z.enum(checkKinds),
      value: z.union([z.string(), z.number()]).optional(),
      passed: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
});

const result = z.object({
  input: testInput.pick({ id: true, title: true, variables: true }),
  candidate: outcome,
  baseline: outcome.nullable(),
  /** Where they were handed in with the evaluation. */
  answers: answerOfModel.optional(),
});
export type TestResult = z.infer<typeof result>;

export const evaluationSummary = z.object({
  id: z.string(),
  prompt: z.string(),
  candidate: versionNumber,
  baseline: versionNumber.nullable(),
  /** True where every input passed with the candidate, and there was at least one. */
  passed: z.boolean(),
  /** False where the test inputs were changed since. */
  isCurrent: z.boolean(),
  by: person,
  createdAt: time,
});
export type EvaluationSummary = z.infer<typeof evaluationSummary>;

export const evaluation = evaluationSummary.extend({ results: z.array(result) });
export type Evaluation = z.infer<typeof evaluation>;
