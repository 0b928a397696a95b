import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '#core/contract/problem.ts';
import type { RegistryClient } from './registry-client.ts';

const shortestPause = 1_000;
const longestPatience = 60;

/** Lets long work go at the pace that the registry allows: what it refuses for now is asked for again. */
export function retryWhenLimited(client: RegistryClient): RegistryClient {
  const patiently = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        const isLimited = error instanceof Problem && error.code === 'rate-limited';
        if (!isLimited || attempt === longestPatience) throw error;
        // What came at once would come at once again.
        await wait(shortestPause + Math.random() * shortestPause);
      }
    }
  };
  return {
    ...client,
    call: (...input) => patiently(() => client.call(...input)),
    listAll: (...input) => patiently(() => client.listAll(...input)),
  };
}
