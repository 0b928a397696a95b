import { preparePromotionStep } from './promotion-rules.ts';
import { preparePromptStep } from './prompt-rules.ts';
import { type ModelMember, may, type Registry } from './registry-model.ts';
import type { Step } from './steps.ts';

/** What is real about the prompts and promotions of the model. */
export interface Names {
  /** The folder that the prompts are in. */
  readonly folder: string;
  /** The promotions' ids. */
  readonly ids: readonly string[];
}

/** A call over HTTP, and what the rules say of it once its caller has the role. */
export interface Prepared {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
  readonly needs: 'app' | 'editor' | 'reviewer' | 'promoter' | 'admin';
  /** Changes the model, or refuses and leaves it alone. */
  readonly decide: () => Outcome;
}

export interface Outcome {
  readonly status: number;
  /** Of the problem, where the call is refused. */
  readonly code?: string;
  /** The type of the event that is appended. */
  readonly event?: string;
  /** The text of a prompt that is fetched. */
  readonly text?: string;
}

/** Says what has to come of a step, and makes it happen in the model. */
export function play(registry: Registry, member: ModelMember, step: Step, names: Names) {
  const prepared =
    preparePromptStep(registry, member, step, names) ?? preparePromotionStep(registry, member, step, names);
  if (!prepared) throw new Error(`Nobody knows the step ${step.call}.`);
  const { decide, needs, ...call } = prepared;
  const outcome = may(member, needs) ? decide() : refusal(403, 'forbidden');
  if (outcome.event) registry.events.push(outcome.event);
  return { call, outcome };
}

export function refusal(status: number, code: string): Outcome {
  return { status, code };
}
