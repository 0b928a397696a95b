import fc from 'fast-check';
import type { ModelPolicy, ModelRole } from './registry-model.ts';

/**
 * One call of somebody. Numbers are places: the model takes them modulo what there is at that moment, so that any
 * sequence of steps makes sense and stays short when it is shrunk.
 */
export type Step = { readonly by: number } & (
  | { readonly call: 'create'; readonly prompt: number }
  | { readonly call: 'save'; readonly prompt: number; readonly base: Guess }
  | { readonly call: 'request'; readonly prompt: number; readonly version: number; readonly stable: Guess }
  | { readonly call: 'review'; readonly promotion: number; readonly approves: boolean; readonly hash: Guess }
  | { readonly call: 'withdraw' | 'apply'; readonly promotion: number }
  | { readonly call: 'rollBack'; readonly prompt: number; readonly version: number; readonly stable: Guess }
  | { readonly call: 'setPolicy'; readonly policy: ModelPolicy }
  | { readonly call: 'archive'; readonly prompt: number; readonly archived: boolean }
  | { readonly call: 'resolve'; readonly prompt: number; readonly version: 'stable' | 'latest' | number }
);

/** Whether a caller knows how things stand, or is behind or ahead. */
export type Guess = 'right' | 'low' | 'high' | 'none';

/** Counted from the newest. */
const place = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 9 }) },
);
const prompt = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 2 }) },
);
const version = fc.integer({ min: 1, max: 4 });
/** Everybody, though mostly those who may do something. */
const by = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 8) },
  { weight: 2, arbitrary: fc.nat({ max: 8 }) },
);
const mostly = (...usual: number[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: by });
const guess = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Guess>('right') },
  { weight: 1, arbitrary: fc.constantFrom<Guess>('low', 'high', 'none') },
);

const policy: fc.Arbitrary<ModelPolicy> = fc.record({
  requiredApprovals: fc.constantFrom(0, 1, 1, 2),
  reviewerRoles: fc.uniqueArray(fc.constantFrom<ModelRole>('reviewer', 'promoter', 'editor', 'viewer'), {
    minLength: 1,
    maxLength: 2,
  }),
  authorMayApprove: fc.boolean(),
});

const weighted = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary });
const is = <Value>(value: Value) => fc.constant(value);

const step: fc.Arbitrary<Step> = fc.oneof(
  weighted(3, fc.record({ call: is('create' as const), by, prompt })),
  weighted(6, fc.record({ call: is('save' as const), by, prompt, base: guess })),
  weighted(6, fc.record({ call: is('request' as const), by, prompt, version, stable: guess })),
  weighted(
    9,
    fc.record({
      call: is('review' as const),
      by: mostly(3, 4),
      promotion: place,
      approves: fc.boolean(),
      hash: guess,
    }),
  ),
  weighted(1, fc.record({ call: is('withdraw' as const), by, promotion: place })),
  weighted(7, fc.record({ call: is('apply' as const), by: mostly(5, 8), promotion: place })),
  weighted(5, fc.record({ call: is('rollBack' as const), by: mostly(5, 8), prompt, version, stable: guess })),
  weighted(1, fc.record({ call: is('setPolicy' as const), by, policy })),
  weighted(1, fc.record({ call: is('archive' as const), by, prompt, archived: fc.boolean() })),
  weighted(
    3,
    fc.record({
      call: is('resolve' as const),
      by,
      prompt,
      version: fc.oneof(fc.constantFrom('stable' as const, 'latest' as const), version),
    }),
  ),
);

/** A prompt with three versions of two authors, so that there is something to promote. */
const opening: readonly Step[] = [
  { call: 'create', by: 1, prompt: 0 },
  { call: 'save', by: 8, prompt: 0, base: 'right' },
  { call: 'save', by: 1, prompt: 0, base: 'right' },
];

/** Sequences of steps. */
export const steps = fc
  .array(step, { minLength: 20, maxLength: 80, size: 'max' })
  .map((list) => [...opening, ...list]);
