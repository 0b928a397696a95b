import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrokenEvent } from '../support/event-chain.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';
import { testSize } from '../support/test-size.ts';
import { play } from './play.ts';
import {
  createModel,
  type ModelMember,
  type ModelRole,
  type Registry,
  stableOf,
  standing,
  statusOf,
} from './registry-model.ts';
import { type Step, steps } from './steps.ts';

type Actor = ModelMember & { readonly caller: Awaited<ReturnType<TestRegistry['join']>> };

const everyone: readonly ModelRole[][] = [
  ['admin'],
  ['editor'],
  ['editor'],
  ['reviewer'],
  ['reviewer'],
  ['promoter'],
  ['viewer'],
  ['app'],
  ['editor', 'reviewer', 'promoter'],
];
const firstPolicy = { requiredApprovals: 1, reviewerRoles: ['reviewer' as const], authorMayApprove: false };
/** What the sequences have to have met between them; refusals for want of a role are beside it. */
const everyOutcome = [
  ...['create 201', 'create prompt-exists', 'save 201', 'save version-conflict', 'save version-not-found'],
  ...[
    'save prompt-not-found',
    'archive 200',
    'resolve 200',
    'resolve channel-empty',
    'resolve version-not-found',
  ],
  ...['request 201', 'request stable-moved', 'request already-stable', 'request version-not-found'],
  ...[
    'review 200',
    'review content-mismatch',
    'review promotion-closed',
    'withdraw 200',
    'withdraw forbidden',
  ],
  ...['apply 200', 'apply not-approved', 'apply stable-moved', 'apply promotion-closed', 'setPolicy 200'],
  ...['rollBack 200', 'rollBack never-stable', 'rollBack already-stable', 'rollBack stable-moved'],
];
/** The short form plays the same sequences every time, the full one new ones. */
const runs = testSize<{ numRuns: number; seed?: number }>({
  short: { numRuns: 20, seed: 305 },
  full: { numRuns: 400 },
});

let registry: TestRegistry;
let actors: readonly Actor[];
let run = 0;
const seen = new Set<string>();
beforeAll(async () => {
  registry = await startTestRegistry();
  actors = await Promise.all(
    everyone.map(async (roles) => ({ name: roles.join(' '), roles, caller: await registry.join(...roles) })),
  );
});
afterAll(() => registry.remove());

it(
  'does what the rules say, whoever calls whatever in whichever order',
  async () => {
    await fc.assert(fc.asyncProperty(steps, playAll), runs);
    expect(findBrokenEvent(await readAllEvents(registry.admin))).toBeNull();
    expect([...seen]).toEqual(expect.arrayContaining(everyOutcome));
  },
  testSize({ short: 120_000, full: 1_800_000 }),
);

/** Plays the steps in a folder of their own, and compares answer and visible state after each. */
async function playAll(sequence: readonly Step[]): Promise<void> {
  run += 1;
  const folder = `run-${run}`;
  await registry.admin.call('setPolicy', {
    body: { ...firstPolicy, reviewerRoles: ['reviewer'], requirePassingTests: false },
  });
  const firstSeq = await newestSeq();
  const model = createModel(firstPolicy);
  const ids: string[] = [];
  for (const step of sequence) {
    const actor = actors[step.by];
    if (!actor) throw new Error('Nobody there.');
    const { call, outcome } = play(model, actor, step, { folder, ids });
    const response = await actor.caller.send(call.method, call.path, { body: call.body });
    const answer = (await response.json()) as {
      code?: string;
      content?: string;
      id?: string;
      detail?: string;
    };
    const { status, code, text } = outcome;
    expect({ status: response.status, code: answer.code }, JSON.stringify({ step, answer })).toEqual({
      status,
      code,
    });
    seen.add(`${step.call} ${code ?? status}`);
    if (text !== undefined) expect(answer.content).toBe(text);
    if (model.promotions.length > ids.length) ids.push(answer.id ?? '');
    await compareState(model, folder, ids);
  }
  await compareHistory(model, firstSeq);
}

async function newestSeq(): Promise<number> {
  const { items } = await registry.admin.call('listEvents', { query: { order: 'newest', limit: 1 } });
  return items[0]?.seq ?? 0;
}

async function compareState(model: Registry, folder: string, ids: readonly string[]): Promise<void> {
  const { admin } = registry;
  const prompts = await admin.call('listPrompts', { query: { folder, archived: 'any', limit: 200 } });
  const shown = prompts.items.map(({ name, latest, stable, archived, pendingPromotions }) => ({
    name,
    latest,
    stable,
    archived,
    pendingPromotions,
  }));
  const expected = [...model.prompts].map(([name, prompt]) => ({
    name,
    latest: prompt.versions.length,
    stable: stableOf(prompt),
    archived: prompt.archived,
    pendingPromotions: model.promotions.filter((each) => each.prompt === name && each.end === null).length,
  }));
  expect(shown).toEqual(expected.sort((a, b) => (a.name < b.name ? -1 : 1)));
  if (ids.length === 0) return;
  const promotions = await admin.call('listPromotions', { query: { limit: ids.length } });
  const queue = promotions.items.toReversed().map((promotion) => ({
    id: promotion.id,
    prompt: promotion.prompt,
    version: promotion.version,
    kind: promotion.kind,
    baseStable: promotion.baseStable,
    status: promotion.status,
    reviews: promotion.reviews.map((review) => review.decision),
    isReady: promotion.missing.length === 0,
  }));
  expect(queue).toEqual(
    model.promotions.map((promotion, index) => ({
      id: ids[index],
      prompt: promotion.prompt,
      version: promotion.version,
      kind: promotion.kind,
      baseStable: promotion.baseStable,
      status: statusOf(model, promotion),
      reviews: promotion.reviews.map(({ approves }) => (approves ? 'approve' : 'request-changes')),
      isReady: promotion.end !== null || standing(model, promotion).isReady,
    })),
  );
}

async function compareHistory(model: Registry, firstSeq: number): Promise<void> {
  const { admin } = registry;
  const { items } = await admin.call('listEvents', { query: { after: firstSeq, limit: 200 } });
  expect(items.map((event) => event.type)).toEqual(model.events);
  for (const [name, prompt] of model.prompts) {
    const params = { name };
    const history = await admin.call('getStableHistory', { params, query: { limit: 200 } });
    expect(history.items.map((interval) => interval.version).toReversed()).toEqual(prompt.stables);
    for (const [index, { content, author }] of prompt.versions.entries()) {
      const stored = await admin.call('getVersion', { params: { name, version: index + 1 } });
      const authorId = actors.find((actor) => actor === author)?.caller.id;
      expect(stored).toMatchObject({ content, author: { id: authorId } });
    }
  }
}
