import { expect, it } from 'vitest';
import type { Evaluation, EvaluationSummary } from '#core/contract/test-shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { placeKey } from '#renderer/features/connections/connections-store.ts';
import { newestEvaluationOf, useEvaluations } from '#renderer/features/test-inputs/evaluations-store.ts';

const place = { connection: 'sandbox', prompt: 'greeting' };
const summary = (id: string, candidate: number): EvaluationSummary => ({
  id,
  prompt: place.prompt,
  candidate,
  baseline: 1,
  passed: true,
  isCurrent: true,
  by: { id: 'a', name: 'Ada' },
  createdAt: '2026-03-03T14:00:00.000Z',
});

it('evaluations are listed, read once and run', async () => {
  const calls: string[] = [];
  const run: Evaluation = { ...summary('new', 3), results: [] };
  connectBridge({
    subscribe: () => () => undefined,
    async invoke(method) {
      calls.push(method);
      const answers: Record<string, unknown> = {
        'evaluations.list': { items: [summary('b', 2), summary('a', 2)], nextCursor: null },
        'evaluations.get': { ...summary('b', 2), results: [] },
        'evaluations.run': run,
      };
      return { ok: true, value: structuredClone(answers[method]) };
    },
  });
  const store = useEvaluations.getState();
  await store.load(place);
  expect(newestEvaluationOf(useEvaluations.getState(), place, 2)?.id).toBe('b');
  expect(newestEvaluationOf(useEvaluations.getState(), place, 3)).toBeUndefined();
  expect(await store.read(place, 'b')).toBe(await store.read(place, 'b'));
  expect(await store.run(place, { candidate: 3 })).toEqual(run);
  expect(await store.read(place, 'new')).toEqual(run);
  expect(newestEvaluationOf(useEvaluations.getState(), place, 3)?.id).toBe('new');
  expect(useEvaluations.getState().lists[placeKey(place)]?.map(({ id }) => id)).toEqual(['new', 'b', 'a']);
  expect(calls).toEqual(['evaluations.list', 'evaluations.get', 'evaluations.run']);
});
