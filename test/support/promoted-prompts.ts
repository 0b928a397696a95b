import { afterAll, beforeAll, beforeEach } from 'vitest';
import { defaultPolicy } from '#core/domain/promotion.ts';
import type { RegistryCaller } from './registry-caller.ts';
import { startTestRegistry, type TestRegistry } from './start-test-registry.ts';

type Member = Awaited<ReturnType<TestRegistry['join']>>;

export let registry: TestRegistry;
export let author: Member;
export let reviewer: Member;
export let promoter: Member;
export let admin: RegistryCaller;
let number = 0;
/** The prompt of the test. */
export let name = '';

const defaultPolicyBody = { ...defaultPolicy, reviewerRoles: [...defaultPolicy.reviewerRoles] };

/** Gives the tests of a file a registry with its people, and each a prompt with three versions. */
export function createPromptForEach(): void {
  beforeAll(async () => {
    registry = await startTestRegistry();
    admin = registry.admin;
    author = await registry.join('editor', 'reviewer', 'promoter');
    reviewer = await registry.join('reviewer');
    promoter = await registry.join('promoter');
  });
  afterAll(() => registry.remove());

  beforeEach(async () => {
    await setPolicy({});
    number += 1;
    name = `promotion-${number}`;
    await author.call('createPrompt', { body: { name, content: 'v1' } });
    await author.call('saveVersion', { params: { name }, body: { content: 'v2', baseVersion: 1 } });
    await author.call('saveVersion', { params: { name }, body: { content: 'v3', baseVersion: 2 } });
  });
}

/** Sets the usual policy, but for what is given. */
export const setPolicy = (change: object) =>
  admin.call('setPolicy', { body: { ...defaultPolicyBody, ...change } });

/** The hash of a version of the prompt. */
export const hashOf = async (version: number) =>
  (await admin.call('getVersion', { params: { name, version } })).contentHash;

/** The author, or somebody else, asks for a promotion. */
export const request = (version: number, expectedStable: number | null, caller: RegistryCaller = author) =>
  caller.call('requestPromotion', { params: { name }, body: { version, expectedStable, note: 'please' } });

/** What the author is told where a request is refused. */
export const refuseRequest = (version: number, expectedStable: number | null) =>
  author.refuse('requestPromotion', { params: { name }, body: { version, expectedStable } });

/** The reviewer, or somebody else, decides on a version. */
export const review = async (
  id: string,
  version: number,
  decision: 'approve' | 'request-changes',
  caller = reviewer,
) =>
  caller.call('reviewPromotion', { params: { id }, body: { decision, contentHash: await hashOf(version) } });

/** The promoter applies a promotion. */
export const apply = (id: string) => promoter.call('applyPromotion', { params: { id } });

/** What the promoter is told where that is refused. */
export const refuseApply = (id: string) => promoter.refuse('applyPromotion', { params: { id } });

/** The input of a rollback. */
export const rollBack = (version: number, expectedStable: number | null) => ({
  params: { name },
  body: { version, expectedStable, reason: 'because' },
});

/** The version that is stable. */
export const stableNow = async () => (await admin.call('getDetails', { params: { name } })).stable;

/** Approved by the reviewer and applied by the promoter. */
export async function promote(version: number, expectedStable: number | null) {
  const { id } = await request(version, expectedStable);
  await review(id, version, 'approve');
  return apply(id);
}
