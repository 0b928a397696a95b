import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { findBrokenEvent } from './event-chain.ts';
import { readAllEvents } from './read-all-events.ts';
import { type RegistryCaller, readProblem } from './registry-caller.ts';

/** Writers who save versions of a prompt each, one after the other. */
export interface SavingLoad {
  /** What was acknowledged: each version's content by `prompt@version`. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** How often a call was answered with a problem, by its code. `gone` where there was no answer. */
  readonly refused: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** Creates a prompt for each writer and lets them save until they are stopped. */
export async function saveUnderLoad(callers: readonly RegistryCaller[], names: readonly string[]) {
  const acknowledged = new Map<string, string>();
  const refused = new Map<string, number>();
  let isOver = false;

  const save = async (caller: RegistryCaller, name: string) => {
    for (let turn = 0; !isOver; turn += 1) {
      const problem = await saveOnce(caller, name, `${name} ${turn} ${'ä'.repeat(turn * 7)}`, acknowledged);
      if (problem === null) continue;
      refused.set(problem, (refused.get(problem) ?? 0) + 1);
      await delay(20);
    }
  };

  const [first] = callers;
  for (const name of names) await first?.call('createPrompt', { body: { name, content: 'first' } });
  const saving = callers.flatMap((caller, index) =>
    names.filter((_, place) => place % callers.length === index).map((name) => save(caller, name)),
  );
  const load: SavingLoad = {
    acknowledged,
    refused,
    stop: async () => {
      isOver = true;
      await Promise.all(saving);
    },
  };
  return load;
}

/** @returns the code of the problem, `gone` for no answer at all, or `null` for a success */
async function saveOnce(
  caller: RegistryCaller,
  name: string,
  content: string,
  acknowledged: Map<string, string>,
): Promise<string | null> {
  try {
    const details = await caller.send('GET', `/prompts/${name}/details`);
    if (details.status !== 200) return (await readProblem(details)).code;
    const { latest } = (await details.json()) as { latest: number };
    const body = { content, baseVersion: latest };
    const response = await caller.send('POST', `/prompts/${name}/versions`, { body });
    if (response.status !== 201) return (await readProblem(response)).code;
    acknowledged.set(`${name}@${latest + 1}`, content);
    return null;
  } catch (error) {
    if (error instanceof TypeError) return 'gone';
    throw error;
  }
}

/** Checks that everything acknowledged is there, numbers are gapless and the event chain holds. */
export async function expectNothingLost(caller: RegistryCaller, { acknowledged }: SavingLoad): Promise<void> {
  for (const [place, content] of acknowledged) {
    const [name = '', version] = place.split('@');
    const stored = await caller.call('getVersion', { params: { name, version: Number(version) } });
    expect(stored.content).toBe(content);
  }
  const events = await readAllEvents(caller);
  expect(findBrokenEvent(events)).toBeNull();
  const saved = Map.groupBy(
    events.filter((event) => event.type === 'version.created' || event.type === 'prompt.created'),
    (event) => event.prompt ?? '',
  );
  for (const [name, ofPrompt] of saved) {
    const { latest } = await caller.call('getDetails', { params: { name } });
    const numbers = ofPrompt.map((event) => event.version);
    expect(numbers).toEqual(Array.from({ length: latest }, (_, index) => index + 1));
  }
}
