import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { byName, page, paging } from './parts.ts';
import { versionNumber } from './shapes.ts';
import * as shape from './test-shapes.ts';

/** The calls on test inputs and evaluations, a part of the registry API. */
export const testEndpoints = {
  getTestInputs: {
    method: 'GET',
    path: '/prompts/:name/test-inputs',
    access: 'viewer',
    summary: 'The test inputs of a prompt',
    params: byName,
    status: 200,
    response: z.array(shape.testInput),
  },
  setTestInputs: {
    method: 'PUT',
    path: '/prompts/:name/test-inputs',
    access: 'editor',
    summary: 'Replaces the test inputs of a prompt; one without an `id` gets one',
    params: byName,
    body: shape.testInputsBody,
    takesIfMatch: true,
    status: 200,
    response: z.array(shape.testInput),
  },
  evaluate: {
    method: 'POST',
    path: '/prompts/:name/evaluations',
    access: ['editor', 'reviewer'],
    summary: 'Renders every test input with two versions, runs the checks and keeps the result',
    params: byName,
    body: shape.newEvaluationBody,
    status: 201,
    response: shape.evaluation,
  },
  listEvaluations: {
    method: 'GET',
    path: '/prompts/:name/evaluations',
    access: 'viewer',
    summary: 'Evaluations of a prompt, newest first, without their texts',
    params: byName,
    query: z.strictObject({ candidate: z.coerce.number().pipe(versionNumber).optional(), ...paging }),
    status: 200,
    response: page(shape.evaluationSummary),
  },
  getEvaluation: {
    method: 'GET',
    path: '/prompts/:name/evaluations/:id',
    access: 'viewer',
    summary: 'One evaluation with every finished text and every check',
    params: byName.extend({ id: z.string().min(1).max(64) }),
    status: 200,
    response: shape.evaluation,
  },
} as const satisfies Record<string, Endpoint>;
