import type { RegistryClient } from '../registry-client/registry-client.ts';

/** A line of an export before it is written. */
export type WrittenLine = { readonly kind: string } & Readonly<Record<string, unknown>>;

const fetchedAtOnce = 8;

/** Reads everything of a registry that an export holds, prompt by prompt, then the policy and the event log. */
export async function* readRegistry(
  client: RegistryClient,
  onTotal: (prompts: number) => void = () => undefined,
): AsyncGenerator<WrittenLine> {
  const prompts = await client.listAll('listPrompts', { query: { archived: 'any' } });
  onTotal(prompts.length);
  for (const { name } of prompts) yield* readPrompt(client, name);
  yield { kind: 'policy', ...(await client.call('getPolicy', {})) };
  yield* readEvents(client);
}

/** Reads some prompts of a registry as an export holds them, without what belongs to the registry as a whole. */
export async function* readPrompts(
  client: RegistryClient,
  names: readonly string[],
  onTotal: (prompts: number) => void,
): AsyncGenerator<WrittenLine> {
  onTotal(names.length);
  for (const name of names) yield* readPrompt(client, name);
}

/** The history is read first: every version that it names is then among those that follow. */
async function* readPrompt(client: RegistryClient, name: string): AsyncIterable<WrittenLine> {
  const params = { name };
  const history = await client.listAll('getStableHistory', { params, query: {} });
  const promotions = await client.listAll('listPromotions', { query: { prompt: name } });
  const {
    latest,
    stable: _,
    pendingPromotions: __,
    ...details
  } = await client.call('getDetails', { params });
  yield { kind: 'prompt', ...details };
  for (let first = 1; first <= latest; first += fetchedAtOnce) {
    const numbers = Array.from({ length: Math.min(fetchedAtOnce, latest - first + 1) }, (__, n) => first + n);
    const versions = await Promise.all(
      numbers.map((version) => client.call('getVersion', { params: { name, version } })),
    );
    for (const version of versions) yield { kind: 'version', ...version };
  }
  const inputs = await client.call('getTestInputs', { params });
  if (inputs.length > 0) yield { kind: 'test-inputs', prompt: name, inputs };
  const { inherited, ...policy } = await client.call('getPromptPolicy', { params });
  if (!inherited) yield { kind: 'prompt-policy', prompt: name, ...policy };
  for (const interval of history.toReversed()) yield { kind: 'stable', prompt: name, ...interval };
  for (const { kind, ...promotion } of promotions.toReversed()) {
    yield { ...promotion, kind: 'promotion', promotionKind: kind };
  }
}

async function* readEvents(client: RegistryClient): AsyncIterable<WrittenLine> {
  let cursor: string | null = null;
  do {
    const query = { limit: 200, ...(cursor === null ? {} : { cursor }) };
    const page: Awaited<ReturnType<typeof client.call<'listEvents'>>> = await client.call('listEvents', {
      query,
    });
    for (const event of page.items) yield { kind: 'event', ...event };
    cursor = page.nextCursor;
  } while (cursor !== null);
}
