import type { BridgeHandlers } from '#core/contract/bridge.ts';
import { AppError } from '../app-error.ts';
import { ModelFaultError } from '../workspace/model/model-fault-error.ts';
import type { ModelRuns } from '../workspace/model/model-runs.ts';
import type { ModelService } from '../workspace/model/model-service.ts';

/** The model that finished texts may be sent to, and what it answered. */
export function createModelHandlers(
  model: ModelService,
  runs: ModelRuns,
): Pick<BridgeHandlers, 'model' | 'modelRuns'> {
  return {
    model: {
      hasKey: () => model.hasKey(),
      setKey: async ({ key }) => {
        await model.setKey(key);
        return undefined;
      },
      removeKey: async () => {
        await model.removeKey();
        return undefined;
      },
      tryOut: () => model.tryOut(),
    },
    modelRuns: {
      list: (place) => runs.list(place),
      begin: async ({ connection, prompt, ...wanted }) => {
        try {
          return await runs.begin({ connection, prompt }, wanted);
        } catch (error) {
          if (!(error instanceof ModelFaultError)) throw error;
          throw new AppError('model-not-set-up', 'No model is set up yet.', { cause: error });
        }
      },
      cancel: async ({ run }) => {
        runs.cancel(run);
        return undefined;
      },
    },
  };
}
