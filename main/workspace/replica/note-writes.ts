import { registryApi } from '#core/contract/registry-api.ts';
import type { Version } from '#core/contract/shapes.ts';
import type { RegistryClient } from '../../registry-client/registry-client.ts';
import type { ReplicaStore } from './replica-store.ts';

interface AnyInput {
  readonly params?: { readonly name?: string };
  readonly body?: { readonly name?: string };
}

/**
 * A client that tells the replica what it writes, so that nobody reads a state from before their own change. The
 * event of the change may come later, or never where the answer was lost.
 */
export function noteWrites(client: RegistryClient, store: ReplicaStore): RegistryClient {
  return {
    ...client,
    async call(name, input, options) {
      if (registryApi[name].method === 'GET') return client.call(name, input, options);
      const { params, body } = input as AnyInput;
      let prompt = name === 'createPrompt' ? body?.name : params?.name;
      const since = store.now();
      try {
        const answer = await client.call(name, input, options);
        if (prompt === undefined) prompt = promptOf(answer);
        if (name === 'saveVersion' || name === 'createPrompt') {
          store.write(({ versions }) => versions.put(answer as Version), since);
        }
        return answer;
      } finally {
        store.write((tables) => tables.touch(prompt));
      }
    },
  };
}

/** The prompt that an answer is about, for example a promotion's. */
function promptOf(answer: unknown): string | undefined {
  const isAbout = typeof answer === 'object' && answer !== null && 'prompt' in answer;
  return isAbout && typeof answer.prompt === 'string' ? answer.prompt : undefined;
}
