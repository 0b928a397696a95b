import type { Handlers } from '../http/handlers.ts';
import type { TestInputsService } from './service.ts';

/** The calls on test inputs. */
export function createTestInputRoutes(testInputs: TestInputsService) {
  return {
    getTestInputs: ({ params }) => testInputs.get(params.name),
    setTestInputs: ({ actor, params, body, ifMatch }) => testInputs.set(actor, params.name, body, ifMatch),
  } satisfies Partial<Handlers>;
}
