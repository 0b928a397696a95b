import { Problem } from '#core/contract/problem.ts';
import type { PromptSummary, VersionSummary } from '#core/contract/shapes.ts';
import type { WantedTestInputs } from '#core/contract/test-shapes.ts';
import { isOpen, type Policy } from '#core/domain/promotion.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import type { PromptLine, VersionLine } from './export-format.ts';
import { hashContent } from './hash-content.ts';
import { planStable, type StablePlan } from './plan-stable.ts';
import type { ExportedPrompt } from './read-export.ts';

/** What importing one prompt will do. */
export interface PromptPlan {
  readonly prompt: PromptLine;
  /**
   * `new`: it is not here. `behind`: versions of the file follow those that are here. `same`: all are here.
   * `ahead`: more are here than in the file. `different`: another text is here, from `differsAt` on. In the last
   * two cases nothing is changed.
   */
  readonly state: 'new' | 'behind' | 'same' | 'ahead' | 'different';
  readonly differsAt: number | null;
  readonly versions: readonly VersionLine[];
  /** Title, description, tags, archived: those that differ. */
  readonly details: Pick<PromptLine, 'title' | 'description' | 'tags' | 'archived'>;
  /** `null` where they are the same, or the file has none. */
  readonly testInputs: WantedTestInputs | null;
  readonly stable: StablePlan;
}

export interface PlanOptions {
  /** What holds for a prompt that is not here yet. */
  readonly policy: Policy;
  /** Leaves `stable` alone. */
  readonly textsOnly: boolean;
  /** Takes the latest text alone, and puts it on top of what is there, whatever that is. */
  readonly onlyLatest?: boolean;
}

/** Compares one exported prompt with what the registry has. */
export async function planPrompt(
  client: RegistryClient,
  exported: ExportedPrompt,
  options: PlanOptions,
): Promise<PromptPlan> {
  const { prompt, versions } = exported;
  const details = await findDetails(client, prompt.name);
  const here = details ? await listVersions(client, prompt.name) : [];
  if (options.onlyLatest) return planLatest(client, exported, details ? here : null);
  const plan = { prompt, versions: versions.slice(here.length), ...compareVersions(versions, here) };
  if (plan.state === 'ahead' || plan.state === 'different') {
    return { ...plan, versions: [], details: {}, testInputs: null, stable: { kind: 'nothing' } };
  }
  const stable: StablePlan = options.textsOnly
    ? { kind: 'nothing' }
    : planStable(exported.stable, await readStable(client, prompt.name, details !== null, options.policy));
  return {
    ...plan,
    details: details ? compareDetails(prompt, details) : atCreation(prompt),
    testInputs: await compareTestInputs(client, exported, details !== null),
    stable,
  };
}

/** @param here the versions that are there, from 1 on; `null` where there is no such prompt */
async function planLatest(
  client: RegistryClient,
  exported: ExportedPrompt,
  here: readonly VersionSummary[] | null,
): Promise<PromptPlan> {
  const { prompt, versions } = exported;
  const latest = versions.at(-1);
  const isNew = here === null;
  const isHere = !isNew && isSame(latest, here.at(-1));
  return {
    prompt,
    state: isNew ? 'new' : isHere ? 'same' : 'behind',
    differsAt: null,
    versions: latest && !isHere ? [{ ...latest, version: (here?.length ?? 0) + 1 }] : [],
    details: {},
    testInputs: isNew ? await compareTestInputs(client, exported, false) : null,
    stable: { kind: 'nothing' },
  };
}

async function findDetails(client: RegistryClient, name: string): Promise<PromptSummary | null> {
  try {
    return await client.call('getDetails', { params: { name } });
  } catch (error) {
    if (error instanceof Problem && error.code === 'prompt-not-found') return null;
    throw error;
  }
}

async function listVersions(client: RegistryClient, name: string): Promise<VersionSummary[]> {
  const versions = await client.listAll('listVersions', { params: { name }, query: {} });
  return versions.reverse();
}

function compareVersions(exported: readonly VersionLine[], here: readonly VersionSummary[]) {
  const both = Math.min(exported.length, here.length);
  for (let index = 0; index < both; index += 1) {
    if (!isSame(exported[index], here[index])) return { state: 'different', differsAt: index + 1 } as const;
  }
  const state =
    here.length === 0
      ? 'new'
      : here.length < exported.length
        ? 'behind'
        : here.length === exported.length
          ? 'same'
          : 'ahead';
  return { state, differsAt: null } as const;
}

function isSame(exported: VersionLine | undefined, here: VersionSummary | undefined): boolean {
  if (!exported || !here || hashContent(exported.content) !== here.contentHash) return false;
  return JSON.stringify(exported.variables) === JSON.stringify(here.variables);
}

function compareDetails(wanted: PromptLine, here: PromptSummary): PromptPlan['details'] {
  const fields = ['title', 'description', 'tags', 'archived'] as const;
  const differing = fields.filter(
    (field) => wanted[field] !== undefined && JSON.stringify(wanted[field]) !== JSON.stringify(here[field]),
  );
  return Object.fromEntries(differing.map((field) => [field, wanted[field]]));
}

async function compareTestInputs(
  client: RegistryClient,
  { prompt, testInputs }: ExportedPrompt,
  exists: boolean,
) {
  if (!testInputs) return null;
  const here = exists ? await client.call('getTestInputs', { params: { name: prompt.name } }) : [];
  const isSameList = JSON.stringify(here.map(withoutId)) === JSON.stringify(testInputs.inputs.map(withoutId));
  return isSameList ? null : testInputs.inputs;
}

function withoutId({ title, variables, checks }: Omit<WantedTestInputs[number], 'id'>) {
  return { title, variables, checks };
}

function atCreation({ archived }: PromptLine): PromptPlan['details'] {
  return archived ? { archived } : {};
}

async function readStable(client: RegistryClient, name: string, exists: boolean, policy: Policy) {
  if (!exists) return { positions: [], requested: [], isFree: isFree(policy) };
  const params = { name };
  const history = await client.listAll('getStableHistory', { params, query: {} });
  const promotions = await client.listAll('listPromotions', { query: { prompt: name } });
  return {
    positions: history.map(({ version }) => version).reverse(),
    requested: promotions.filter(({ status }) => isOpen(status)).map(({ version }) => version),
    isFree: isFree(await client.call('getPromptPolicy', { params })),
  };
}

function isFree({ requiredApprovals, requirePassingTests }: Policy): boolean {
  return requiredApprovals === 0 && !requirePassingTests;
}
