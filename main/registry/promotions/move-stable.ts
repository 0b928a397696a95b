import { Problem } from '#core/contract/problem.ts';
import { insertStableMove, type StableMove } from '../channels/repository.ts';
import type { Queries } from '../db/database.ts';
import { updatePrompt } from '../prompts/repository.ts';
import { listOpenPromotions, updatePromotion } from './repository.ts';

/**
 * Moves `stable`: the one place that does. Other open promotions of the prompt were compared with what was stable
 * before, so they are void.
 *
 * @returns the ids of the promotions that are void now
 */
export async function moveStable(queries: Queries, move: StableMove): Promise<string[]> {
  await updatePrompt(queries, move.promptId, { stable: move.version, updatedAt: move.at });
  await insertStableMove(queries, move);
  const superseded: string[] = [];
  for (const { id } of await listOpenPromotions(queries, move.promptId)) {
    if (id === move.promotionId) continue;
    await updatePromotion(queries, id, { status: 'superseded' });
    superseded.push(id);
  }
  return superseded;
}

/** @throws Problem `stable-moved` where `stable` is not where the caller believes it is */
export function checkStable(prompt: { name: string; stable: number | null }, expected: number | null): void {
  if (prompt.stable === expected) return;
  const now = prompt.stable === null ? 'is empty' : `is version ${prompt.stable}`;
  const then = expected === null ? 'empty' : `version ${expected}`;
  throw new Problem(
    'stable-moved',
    `“stable” of “${prompt.name}” ${now} by now; this was compared with ${then}. Nothing was changed: compare again.`,
    { stable: prompt.stable },
  );
}

/** @throws Problem `already-stable` */
export function checkNotStable(prompt: { name: string; stable: number | null }, version: number): void {
  if (prompt.stable !== version) return;
  throw new Problem('already-stable', `Version ${version} of “${prompt.name}” is stable already.`);
}
