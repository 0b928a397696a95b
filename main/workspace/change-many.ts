import type { ChangeOfMany, OutcomeOfMany } from '#core/contract/many-prompts-shapes.ts';
import { Problem } from '#core/contract/problem.ts';
import { AppError } from '../app-error.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import { inParallel } from '../transfer/in-parallel.ts';

const callsAtOnce = 8;

/** Makes the same change to several prompts, and says of each what became of it. */
export async function changeMany(
  client: RegistryClient,
  names: readonly string[],
  change: ChangeOfMany,
): Promise<OutcomeOfMany[]> {
  const outcomes: OutcomeOfMany[] = [];
  await inParallel(names, callsAtOnce, async (name) => {
    outcomes.push(await changeOne(client, name, change));
  });
  return outcomes;
}

async function changeOne(client: RegistryClient, name: string, change: ChangeOfMany): Promise<OutcomeOfMany> {
  try {
    // What others did meanwhile to the tags stays: only this one comes or goes.
    const { tags, archived } = await client.call('getDetails', { params: { name } });
    const body = describeChange(change, tags, archived);
    if (body === null) return { name, kind: 'same' };
    const summary = await client.call('updateDetails', { params: { name }, body });
    return { name, kind: 'changed', summary };
  } catch (error) {
    if (!(error instanceof Problem) && !(error instanceof AppError)) throw error;
    return { name, kind: 'failed', code: error.code, reason: error.message };
  }
}

/** What has to be sent; `null` where it is so already. */
function describeChange(change: ChangeOfMany, tags: readonly string[], archived: boolean) {
  if ('archived' in change) return change.archived === archived ? null : change;
  if ('addTag' in change) return tags.includes(change.addTag) ? null : { tags: [...tags, change.addTag] };
  if (!tags.includes(change.removeTag)) return null;
  return { tags: tags.filter((tag) => tag !== change.removeTag) };
}
