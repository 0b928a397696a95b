import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRandom } from '../support/random.ts';
import type { RegistryCaller } from '../support/registry-caller.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testSize } from '../support/test-size.ts';
import { startFaultRegistry, waiveReviews } from './start-fault-registry.ts';

const lives = testSize({ short: 3, full: 40 });
const name = 'promoted';
const params = { name };

let folder: ReturnType<typeof makeTemporaryFolder>;
beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => folder.remove());

interface Promised {
  /** The promotions that were acknowledged, oldest first. */
  readonly applied: string[];
  /** The one without an answer. */
  asked: string | null;
}

/** Moves `stable` to and fro until the registry is gone. */
async function promoteUntilGone(admin: RegistryCaller, promised: Promised): Promise<void> {
  try {
    for (;;) {
      const { stable } = await admin.call('getDetails', { params });
      const version = stable === 1 ? 2 : 1;
      const { id } = await admin.call('requestPromotion', {
        params,
        body: { version, expectedStable: stable },
      });
      promised.asked = id;
      await admin.call('applyPromotion', { params: { id } });
      promised.applied.push(id);
      promised.asked = null;
    }
  } catch (error) {
    // The connection is gone; an answer that is no success would be a fault.
    if (!(error instanceof TypeError)) throw error;
  }
}

async function readMoves(admin: RegistryCaller) {
  const moves: { version: number; id: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin.call('getStableHistory', { params, query: { limit: 200, cursor } });
    moves.push(...page.items.map(({ version, promotion }) => ({ version, id: promotion.id })));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return moves.reverse();
}

async function readAppliedEvents(admin: RegistryCaller) {
  const applied: { version: number | undefined; id: unknown }[] = [];
  let cursor: string | undefined;
  do {
    const query = { type: 'promotion.applied' as const, limit: 200, cursor };
    const page = await admin.call('listEvents', { query });
    applied.push(...page.items.map(({ version, data }) => ({ version, id: data.promotion })));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return applied;
}

it(
  'leaves stable where it was or where it should go, and every move has its event, where it is killed promoting',
  async () => {
    const random = createRandom(7);
    let registry = await startFaultRegistry(folder.path);
    await registry.admin.call('createPrompt', { body: { name, content: 'one' } });
    await registry.admin.call('saveVersion', { params, body: { content: 'two', baseVersion: 1 } });
    await waiveReviews(registry.admin);
    const promised: Promised = { applied: [], asked: null };
    for (let life = 0; life < lives; life += 1) {
      const promoting = promoteUntilGone(registry.admin, promised);
      const enough = promised.applied.length + 2;
      await delay(50 + random() * 500);
      await expect.poll(() => promised.applied.length, { interval: 5 }).toBeGreaterThanOrEqual(enough);
      await registry.end('SIGKILL');
      await promoting;

      registry = await startFaultRegistry(folder.path);
      const { admin } = registry;
      const moves = await readMoves(admin);
      const { stable } = await admin.call('getDetails', { params });
      expect(stable).toBe(moves.at(-1)?.version ?? null);
      expect(await readAppliedEvents(admin)).toEqual(moves);
      const unanswered = moves.map(({ id }) => id).filter((id) => !promised.applied.includes(id));
      expect(unanswered.filter((id) => id !== promised.asked)).toEqual([]);
      if (promised.asked !== null && unanswered.includes(promised.asked))
        promised.applied.push(promised.asked);
      expect(moves.map(({ id }) => id)).toEqual(promised.applied);
      expect(await admin.call('verifyEvents', {})).toMatchObject({ valid: true });
    }
    await registry.end('SIGTERM');
    expect(promised.applied.length).toBeGreaterThan(lives);
  },
  testSize({ short: 120_000, full: 900_000 }),
);
