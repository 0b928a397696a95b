import { randomUUID } from 'node:crypto';
import { Problem } from '#core/contract/problem.ts';
import type { Person } from '#core/contract/shapes.ts';
import type { TestInput, WantedTestInputs } from '#core/contract/test-shapes.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import { allows } from '../http/entity-tag.ts';
import { requirePrompt } from '../prompts/repository.ts';
import { toInputsTag } from './inputs-tag.ts';
import { findInputs, storeInputs } from './repository.ts';

/**
 * Keeps the test inputs of prompts.
 *
 * @param whenChanged brings what was judged by the old ones up to date, in the same transaction
 */
export function createTestInputsService(
  { read, write }: Database,
  appendEvent: AppendEvent,
  whenChanged: (transaction: Transaction, promptId: number) => Promise<void>,
) {
  return {
    /** @throws Problem `prompt-not-found` */
    get: async (prompt: string): Promise<TestInput[]> => {
      const { id } = await requirePrompt(read, prompt);
      return [...(await findInputs(read, id)).inputs];
    },

    /**
     * @param ifMatch the ETag of the list that is to be replaced; any list where it is absent
     * @throws Problem `prompt-not-found`, `precondition-failed` with the list as it is in `testInputs`
     */
    set: (actor: Person, prompt: string, wanted: WantedTestInputs, ifMatch?: string): Promise<TestInput[]> =>
      write(async (transaction) => {
        const { queries } = transaction;
        const { id: promptId } = await requirePrompt(queries, prompt);
        const inputs = wanted.map(({ id = randomUUID(), ...input }): TestInput => ({ id, ...input }));
        const before = await findInputs(queries, promptId);
        if (ifMatch !== undefined && !allows(ifMatch, toInputsTag(before.inputsHash))) {
          throw new Problem(
            'precondition-failed',
            `The test inputs of “${prompt}” were changed in the meantime. Nothing was replaced.`,
            { testInputs: before.inputs },
          );
        }
        const inputsHash = await storeInputs(queries, promptId, inputs);
        if (inputsHash === before.inputsHash) return inputs;
        await whenChanged(transaction, promptId);
        const data = { testInputs: inputs.map(({ id, title }) => ({ id, title })), inputsHash };
        await appendEvent(transaction, { type: 'prompt.updated', actor, prompt, data });
        return inputs;
      }),
  };
}

export type TestInputsService = ReturnType<typeof createTestInputsService>;
