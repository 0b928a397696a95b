import { z } from 'zod';
import { method, nothing } from './bridge-method.ts';
import { type ModelRun, type ModelTrial, modelQuestion } from './model-shapes.ts';
import type { registryApi } from './registry-api.ts';
import * as shape from './shapes.ts';
import * as test from './test-shapes.ts';
import { promptPlace } from './workspace-shapes.ts';

/** Trying a prompt out: test inputs, their results, and the answers of a model. */

/** One page of a prompt's evaluations. */
type EvaluationPage = z.infer<typeof registryApi.listEvaluations.response>;

export const testMethods = {
  testInputs: {
    list: method<test.TestInput[]>()(promptPlace),
    /**
     * Replaces all of a prompt's test inputs. Where `expected` is given and is not what the registry has by now,
     * nothing is changed: `precondition-failed`, with what it has in `testInputs`.
     */
    set: method<test.TestInput[]>()(
      promptPlace.extend({ testInputs: test.testInputsBody, expected: z.array(test.testInput).optional() }),
    ),
    /** What was typed into the table and is not in the registry yet. */
    getDraft: method<test.TestInputDraft | null>()(promptPlace),
    /** Answers once it is on the disk. */
    putDraft: method<undefined>()(promptPlace.extend({ draft: test.testInputDraft })),
    discardDraft: method<undefined>()(promptPlace),
  },
  evaluations: {
    /** A page of a prompt's evaluations, newest first, without their texts. */
    list: method<EvaluationPage>()(
      promptPlace.extend({
        candidate: shape.versionNumber.optional(),
        cursor: z.string().max(1_000).optional(),
      }),
    ),
    get: method<test.Evaluation>()(promptPlace.extend({ id: z.string().min(1).max(64) })),
    /** Runs the test inputs with two versions and keeps what came out in the registry. */
    run: method<test.Evaluation>()(promptPlace.extend(test.newEvaluationBody.shape)),
  },
  /** The model that finished texts may be sent to. Which one is in the settings; its key stays in the keychain. */
  model: {
    hasKey: method<boolean>()(nothing),
    setKey: method<undefined>()(z.strictObject({ key: z.string().min(1).max(4_000) })),
    removeKey: method<undefined>()(nothing),
    /** Sends one short question with the settings as they are. */
    tryOut: method<ModelTrial>()(nothing),
  },
  modelRuns: {
    /** What a model answered to the finished texts of a prompt, newest first. */
    list: method<ModelRun[]>()(promptPlace),
    /** Sends finished texts to the model; answers at once, and events tell how it goes on. */
    begin: method<ModelRun>()(
      promptPlace.extend({
        candidate: z.string().max(100),
        baseline: z.string().max(100).nullable(),
        questions: z.array(modelQuestion).min(1).max(200),
      }),
    ),
    cancel: method<undefined>()(z.strictObject({ run: z.string() })),
  },
} as const;
