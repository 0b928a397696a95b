import type { BridgeHandlers } from '#core/contract/bridge.ts';
import { replaceTestInputs } from '../workspace/replace-test-inputs.ts';
import type { ReplicatedConnections } from '../workspace/replica/replicas.ts';
import type { TestInputDrafts } from '../workspace/test-input-drafts.ts';

/** An evaluation waits for those before it, and each may look for patterns for some seconds; in milliseconds. */
const evaluationPatience = 90_000;

/** Test inputs, and what came out of them. */
export function createTestHandlers(
  connections: ReplicatedConnections,
  drafts: TestInputDrafts,
): Pick<BridgeHandlers, 'testInputs' | 'evaluations'> {
  return {
    testInputs: {
      list: async ({ connection, prompt }) =>
        connections.read(connection).call('getTestInputs', { params: { name: prompt } }),
      set: async ({ connection, prompt, testInputs, expected }) =>
        replaceTestInputs(await connections.open(connection), prompt, testInputs, expected),
      getDraft: (place) => drafts.get(place),
      putDraft: async ({ draft, ...place }) => {
        await drafts.put(place, draft);
        return undefined;
      },
      discardDraft: async (place) => {
        await drafts.discard(place);
        return undefined;
      },
    },
    evaluations: {
      list: async ({ connection, prompt, candidate, cursor }) =>
        connections.read(connection).call('listEvaluations', {
          params: { name: prompt },
          query: { candidate, cursor },
        }),
      get: async ({ connection, prompt, id }) =>
        connections.read(connection).call('getEvaluation', { params: { name: prompt, id } }),
      run: async ({ connection, prompt, ...body }) =>
        (await connections.open(connection)).call(
          'evaluate',
          { params: { name: prompt }, body },
          { patience: evaluationPatience },
        ),
    },
  };
}
