import { Problem } from '#core/contract/problem.ts';
import { importedNote } from '#core/domain/imported-note.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import type { StableLine, VersionLine } from './export-format.ts';
import type { PromptPlan } from './plan-import.ts';

/**
 * Does what a plan says, in order; where it breaks off, a new plan takes up the rest.
 *
 * @returns the version that waits for its approval, or for somebody who may promote; `null` where none does
 */
export async function applyPlan(client: RegistryClient, plan: PromptPlan): Promise<number | null> {
  const { name } = plan.prompt;
  for (const version of plan.versions) await save(client, plan, version);
  if (Object.keys(plan.details).length > 0) {
    await client.call('updateDetails', { params: { name }, body: { ...plan.details } });
  }
  if (plan.testInputs) await client.call('setTestInputs', { params: { name }, body: plan.testInputs });
  const { stable } = plan;
  switch (stable.kind) {
    case 'waiting':
      return stable.version;
    case 'request':
      return promote(client, name, stable.move, stable.from);
    case 'replay':
      return replay(client, name, stable.moves, stable.from);
    default:
      return null;
  }
}

async function save(client: RegistryClient, { prompt, state }: PromptPlan, line: VersionLine): Promise<void> {
  const { content, variables } = line;
  const note = importedNote(line.note, { deed: 'saved', by: line.author?.name, at: line.createdAt });
  if (state === 'new' && line.version === 1) {
    const { name, title, description, tags } = prompt;
    await client.call('createPrompt', { body: { name, title, description, tags, content, variables, note } });
    return;
  }
  const body = { content, variables, note, baseVersion: line.version - 1 };
  await client.call('saveVersion', { params: { name: prompt.name }, body });
}

async function replay(
  client: RegistryClient,
  name: string,
  moves: readonly StableLine[],
  start: number | null,
): Promise<number | null> {
  let from = start;
  for (const move of moves) {
    if (move.promotion.kind === 'rollback') await rollBack(client, name, move, from);
    else if ((await promote(client, name, move, from)) !== null) return move.version;
    from = move.version;
  }
  return null;
}

async function promote(
  client: RegistryClient,
  name: string,
  move: StableLine,
  expectedStable: number | null,
): Promise<number | null> {
  const body = { version: move.version, note: noteOf(move), expectedStable };
  const { id, missing } = await client.call('requestPromotion', { params: { name }, body });
  if (missing.length > 0) return move.version;
  try {
    await client.call('applyPromotion', { params: { id } });
    return null;
  } catch (error) {
    if (error instanceof Problem && error.code === 'forbidden') return move.version;
    throw error;
  }
}

async function rollBack(
  client: RegistryClient,
  name: string,
  move: StableLine,
  expectedStable: number | null,
) {
  const reason = noteOf(move) || 'Imported';
  await client.call('rollBack', {
    params: { name },
    body: { version: move.version, reason, expectedStable },
  });
}

function noteOf({ promotion, since }: StableLine): string {
  const deed = promotion.kind === 'rollback' ? 'rolled back' : 'promoted';
  return importedNote(promotion.note, { deed, by: promotion.appliedBy?.name, at: since });
}
