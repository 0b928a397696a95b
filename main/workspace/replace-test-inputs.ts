import { isDeepStrictEqual } from 'node:util';
import { Problem } from '#core/contract/problem.ts';
import type { TestInput, WantedTestInputs } from '#core/contract/test-shapes.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';

/**
 * Replaces the test inputs of a prompt.
 *
 * @param expected the list that the new one was made from; whatever there is is replaced where it is absent
 * @throws {Problem} `precondition-failed` where the registry has another list by now, with that list in `testInputs`
 */
export async function replaceTestInputs(
  client: RegistryClient,
  prompt: string,
  wanted: WantedTestInputs,
  expected: readonly TestInput[] | undefined,
): Promise<TestInput[]> {
  const params = { name: prompt };
  if (!expected) return client.call('setTestInputs', { params, body: wanted });
  let ifMatch: string | undefined;
  const current = await client.call(
    'getTestInputs',
    { params },
    {
      onEntityTag(tag) {
        ifMatch = tag;
      },
    },
  );
  if (!isDeepStrictEqual(current, expected)) {
    throw new Problem('precondition-failed', 'The test inputs were changed in the meantime.', {
      testInputs: current,
    });
  }
  return client.call('setTestInputs', { params, body: wanted }, ifMatch === undefined ? {} : { ifMatch });
}
