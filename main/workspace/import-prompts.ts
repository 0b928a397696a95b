import type {
  ExistingPrompt,
  ExistingVersions,
  ImportedPrompt,
  ImportOutcome,
} from '#core/contract/import-shapes.ts';
import { Problem } from '#core/contract/problem.ts';
import { AppError } from '../app-error.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import { inParallel } from '../transfer/in-parallel.ts';

const callsAtOnce = 8;

/** Every prompt of a registry, the archived ones too. */
export async function listExistingPrompts(client: RegistryClient): Promise<ExistingPrompt[]> {
  const prompts = await client.listAll('listPrompts', { query: { archived: 'any' } });
  return prompts.map(({ name, title, archived, latest }) => ({ name, title, archived, latest }));
}

/** What the versions of some prompts are made of; a prompt that is not there is left out. */
export async function listExistingVersions(
  client: RegistryClient,
  names: readonly string[],
): Promise<ExistingVersions[]> {
  const found: ExistingVersions[] = [];
  await inParallel(names, callsAtOnce, async (name) => {
    try {
      const versions = await client.listAll('listVersions', { params: { name }, query: {} });
      const hashes = versions.map(({ version, contentHash }) => ({ version, contentHash }));
      found.push({ name, versions: hashes });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'prompt-not-found') throw error;
    }
  });
  return found;
}

/** Writes prompts one by one, and says of each what became of it. */
export async function writePrompts(
  client: RegistryClient,
  prompts: readonly ImportedPrompt[],
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  await inParallel(prompts, callsAtOnce, async (prompt) => {
    outcomes.push(await writePrompt(client, prompt));
  });
  return outcomes;
}

async function writePrompt(
  client: RegistryClient,
  { baseVersion, ...prompt }: ImportedPrompt,
): Promise<ImportOutcome> {
  const { name, content, variables, note } = prompt;
  try {
    const written =
      baseVersion === null
        ? await client.call('createPrompt', { body: prompt })
        : await client.call('saveVersion', {
            params: { name },
            body: { content, variables, note, baseVersion },
          });
    return { name, version: written.version };
  } catch (error) {
    if (error instanceof Problem || error instanceof AppError) {
      return { name, code: error.code, reason: error.message };
    }
    throw error;
  }
}
