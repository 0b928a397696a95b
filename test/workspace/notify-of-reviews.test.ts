import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { Connection, SystemNotice } from '#core/contract/workspace-shapes.ts';
import { createRegistryClient } from '#main/registry-client/registry-client.ts';
import { createReviewNotifier } from '#main/workspace/notify-of-reviews.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let number = 0;
let name = '';

beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.remove());
beforeEach(async () => {
  number += 1;
  name = `prompt-${number}`;
  await registry.admin.call('createPrompt', { body: { name, title: `Prompt ${number}`, content: 'v1' } });
});

/** The app of a member: it hears of what happens, and notes what it would show. */
async function openApp(...roles: Parameters<TestRegistry['join']>) {
  const member = await registry.join(...roles);
  const client = createRegistryClient(registry.address, member.key);
  const connection = { id: 'team', status: 'online', member: { id: member.id } } as unknown as Connection;
  const shown: SystemNotice[] = [];
  const switches = { isWanted: true };
  const note = createReviewNotifier({
    connections: { list: () => [connection], open: async () => client as never },
    isWanted: () => switches.isWanted,
    notify: (notice) => void shown.push(notice),
  });
  note({ name: 'connectionChanged', payload: connection });
  let last = 0;
  const hear = async () => {
    const { items } = await registry.admin.call('listEvents', { query: { after: last, limit: 200 } });
    last = items.at(-1)?.seq ?? last;
    for (const event of items as RegistryEvent[]) {
      note({ name: 'registryEventAppended', payload: { connection: 'team', event } });
    }
    await note.settled();
    return shown.splice(0).map(({ title, body, review }) => `${title} | ${body} | ${review.prompt}`);
  };
  await hear();
  return { ...member, switches, hear };
}

const hash = async () =>
  (await registry.admin.call('getVersion', { params: { name, version: 1 } })).contentHash;

it('tells a reviewer of what newly waits, once, and its author of what was decided', async () => {
  const reviewer = await openApp('reviewer');
  const owner = await openApp('editor');
  const promoter = await openApp('promoter');
  const body = { version: 1, expectedStable: null, note: 'Please' };
  const { id } = await owner.call('requestPromotion', { params: { name }, body });
  expect(await reviewer.hear()).toEqual([`v1 of Prompt 1 waits for you | editor 2: Please | ${name}`]);
  expect(await reviewer.hear()).toEqual([]);
  expect(await owner.hear()).toEqual([]);

  const refusal = { decision: 'request-changes', comment: 'Not yet', contentHash: await hash() } as const;
  await reviewer.call('reviewPromotion', { params: { id }, body: refusal });
  expect(await owner.hear()).toEqual([
    `v1 of Prompt 1 was not approved: changes are asked for | reviewer 1: Not yet | ${name}`,
  ]);
  const approval = { decision: 'approve', comment: 'Fine', contentHash: await hash() } as const;
  await reviewer.call('reviewPromotion', { params: { id }, body: approval });
  expect(await owner.hear()).toEqual([`v1 of Prompt 1 was approved | reviewer 1: Fine | ${name}`]);
  expect(await promoter.hear()).toEqual([
    `v1 of Prompt 1 is ready to be promoted | editor 2: Please | ${name}`,
  ]);
  expect(await reviewer.hear()).toEqual([]);

  await promoter.call('applyPromotion', { params: { id } });
  expect(await owner.hear()).toEqual([`v1 of Prompt 1 is stable now | By promoter 3. | ${name}`]);
});

it('tells whose request was voided, and nothing where it is switched off', async () => {
  const owner = await openApp('editor');
  const quiet = await openApp('reviewer');
  quiet.switches.isWanted = false;
  await registry.admin.call('setPolicy', {
    body: {
      requiredApprovals: 0,
      reviewerRoles: ['reviewer'],
      authorMayApprove: false,
      requirePassingTests: false,
    },
  });
  const save = { content: 'v2', baseVersion: 1 };
  await owner.call('saveVersion', { params: { name }, body: save });
  await owner.call('requestPromotion', { params: { name }, body: { version: 2, expectedStable: null } });
  const other = await registry.admin.call('requestPromotion', {
    params: { name },
    body: { version: 1, expectedStable: null },
  });
  await owner.hear();
  await registry.admin.call('applyPromotion', { params: { id: other.id } });
  expect(await owner.hear()).toEqual([
    `v2 of Prompt 2 needs a fresh review | Administrator moved stable meanwhile. Ask for a fresh review. | ${name}`,
  ]);
  expect(await quiet.hear()).toEqual([]);
});
