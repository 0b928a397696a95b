import type { WaitingSave } from '#core/contract/outbox-shapes.ts';
import { Problem } from '#core/contract/problem.ts';
import { type Version, version, versionSummary } from '#core/contract/shapes.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';
import { AppError } from '../../app-error.ts';
import type { RegistryClient } from '../../registry-client/registry-client.ts';

/** What came of sending a save once. */
export type SendOutcome =
  | { readonly kind: 'saved'; readonly version: Version }
  /** The registry said no. Sending it again as it is would give the same answer. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Nobody knows whether it arrived, or the registry asks to come back later. */
  | { readonly kind: 'unanswered'; readonly error: Problem | AppError };

/** These pass by themselves. */
const passing: ReadonlySet<string> = new Set(['rate-limited', 'not-ready', 'store-full', 'internal']);

/**
 * Sends a save once. However often it is called for the same save, there is one version: the registry knows the
 * idempotency key for a day, and afterwards the version that followed the base tells whether it was this one.
 */
export async function sendSave(client: RegistryClient, save: WaitingSave): Promise<SendOutcome> {
  try {
    return await send(client, save);
  } catch (error) {
    if (error instanceof AppError) return { kind: 'unanswered', error };
    if (!(error instanceof Problem)) throw error;
    return passing.has(error.code) ? { kind: 'unanswered', error } : { kind: 'refused', problem: error };
  }
}

async function send(client: RegistryClient, save: WaitingSave): Promise<SendOutcome> {
  const { prompt: name, content, variables, note, baseVersion, baseContentHash, idempotencyKey } = save;
  // Another body is another call: a save that was kept without the hash is sent without it.
  const base = { baseVersion, ...(baseContentHash === null ? {} : { baseContentHash }) };
  const body = { content, variables, note, ...base };
  try {
    const saved = await client.call('saveVersion', { params: { name }, body }, { idempotencyKey });
    return { kind: 'saved', version: saved };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'version-not-found')
      return { kind: 'refused', problem: await explainLostBase(client, save) };
    if (error.code !== 'version-conflict') throw error;
    const follower = await readFollower(client, save, error);
    const { id } = await client.call('getMe', {});
    if (follower && isSame(follower, save, id)) return { kind: 'saved', version: follower };
    return { kind: 'refused', problem: error };
  }
}

/** A registry that was restored from a backup does not have the base any more: its newest version is to be merged. */
async function explainLostBase(
  client: RegistryClient,
  { prompt: name, baseVersion }: WaitingSave,
): Promise<Problem> {
  const { items } = await client.call('listVersions', { params: { name }, query: { limit: 1 } });
  return new Problem(
    'version-conflict',
    `The registry was set back: it has no version ${baseVersion} any more. Nothing was saved.`,
    { latest: items[0] },
  );
}

/**
 * The one version that was saved on the same base: a version's number is its base's and one. There is none where
 * the base itself is another one by now.
 */
async function readFollower(
  client: RegistryClient,
  save: WaitingSave,
  conflict: Problem,
): Promise<Version | null> {
  const number = save.baseVersion + 1;
  const latest = version.safeParse(conflict.members.latest);
  if (latest.success && latest.data.version === number) return latest.data;
  if (latest.success && latest.data.version < number) return null;
  return client.call('getVersion', { params: { name: save.prompt, version: number } });
}

function isSame(version: Version, save: WaitingSave, member: string): boolean {
  return (
    version.author.id === member &&
    version.parent === save.baseVersion &&
    version.content === save.content &&
    areSameVariables(version.variables, save.variables)
  );
}

/** What a conflict says was saved in between; `null` for any other problem. */
export function readTheirs(problem: Problem) {
  if (problem.code !== 'version-conflict') return null;
  const latest = versionSummary.safeParse(problem.members.latest);
  return latest.success ? latest.data : null;
}
