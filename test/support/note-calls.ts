import type { EndpointName } from '#core/contract/registry-api.ts';
import type { RegistryCaller } from './registry-caller.ts';

/** The caller, with each call that succeeded noted in `called`. */
export const noteCalls = (caller: RegistryCaller, called: Set<EndpointName>): RegistryCaller => ({
  ...caller,
  call: async (name, input) => {
    const answer = await caller.call(name, input);
    called.add(name);
    return answer;
  },
});
