import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EndpointName, registryApi } from '#core/contract/registry-api.ts';
import { noteCalls } from '../support/note-calls.ts';
import type { RegistryCaller } from '../support/registry-caller.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';
import { startReceiver } from '../support/webhook-receiver.ts';

let registry: TestRegistry;
const called = new Set<EndpointName>();

/** The administrator, with each call that succeeded noted. */
let admin: RegistryCaller;

beforeAll(async () => {
  registry = await startTestRegistry({ webhooks: { allowPrivate: true } });
  admin = noteCalls(registry.admin, called);
});
afterAll(() => registry.remove());

const name = 'support/agent';
const params = { name };

it('creates a prompt with its version 1', async () => {
  const version = await admin.call('createPrompt', {
    body: {
      name,
      title: 'Support agent',
      description: 'Answers customers.',
      tags: ['support', 'support', 'live'],
      content: 'Hello {{ name }}, tier {{tier}}.',
      variables: [
        { name: 'tier', type: 'choice', choices: ['free', 'pro'], required: false, default: 'free' },
      ],
      note: 'first',
    },
  });
  expect(version).toMatchObject({ prompt: name, version: 1, parent: null, note: 'first' });
  expect(version.author.name).toBe('Administrator');
  expect(await admin.refuse('createPrompt', { body: { name, content: 'x' } })).toMatchObject({
    code: 'prompt-exists',
    status: 409,
  });
});

it('makes a title from the name where none is given', async () => {
  await admin.call('createPrompt', { body: { name: 'legal/refund-policy', content: 'No refunds.' } });
  const details = await admin.call('getDetails', { params: { name: 'legal/refund-policy' } });
  expect(details).toMatchObject({
    title: 'Refund policy',
    tags: [],
    stable: null,
    latest: 1,
    archived: false,
  });
});

it('shows and changes the details', async () => {
  expect(await admin.call('getDetails', { params })).toMatchObject({
    title: 'Support agent',
    description: 'Answers customers.',
    tags: ['support', 'live'],
    pendingPromotions: 0,
  });
  const changed = await admin.call('updateDetails', { params, body: { tags: ['chat'], archived: true } });
  expect(changed).toMatchObject({ title: 'Support agent', tags: ['chat'], archived: true });
  const restored = await admin.call('updateDetails', {
    params,
    body: { archived: false, tags: ['support'] },
  });
  expect(restored.archived).toBe(false);
});

it('writes no event where the details stay as they are', async () => {
  const before = await admin.call('listEvents', { query: { order: 'newest', limit: 1 } });
  await admin.call('updateDetails', { params, body: { title: 'Support agent' } });
  expect(await admin.call('listEvents', { query: { order: 'newest', limit: 1 } })).toEqual(before);
});

it('saves and reads versions', async () => {
  const content = 'Good day {{ name }}, tier {{tier}}.';
  const saved = await admin.call('saveVersion', {
    params,
    body: { content, baseVersion: 1, note: 'polite' },
  });
  expect(saved).toMatchObject({ version: 2, parent: 1, content });
  expect(await admin.call('getVersion', { params: { name, version: 2 } })).toEqual(saved);
  const { items, nextCursor } = await admin.call('listVersions', { params, query: {} });
  expect(items.map((item) => item.version)).toEqual([2, 1]);
  expect(items[0]).not.toHaveProperty('content');
  expect(nextCursor).toBeNull();
});

it('compares versions', async () => {
  const diff = await admin.call('compareVersions', { params, query: { from: '1', to: 'latest' } });
  expect(diff).toMatchObject({
    from: { version: 1 },
    to: { version: 2 },
    summary: '1 sentence changed, variable `tier` changed',
  });
});

it('resolves by POST and by GET', async () => {
  const body = { version: 'latest', variables: { name: 'Ada', tier: 'free' } } as const;
  const posted = await admin.call('resolvePrompt', { params, body });
  expect(posted).toMatchObject({ version: 2, channel: 'latest', content: 'Good day Ada, tier free.' });
  expect(posted.variables).toEqual(['name', 'tier']);
  const query = { _version: '1', name: 'Ada', tier: 'pro' } as const;
  const got = await admin.call('resolvePromptByQuery', { params, query });
  expect(got).toMatchObject({ version: 1, channel: null, content: 'Hello Ada, tier pro.' });
});

it('lists prompts', async () => {
  const { items } = await admin.call('listPrompts', { query: {} });
  expect(items.map((item) => item.name)).toEqual(['legal/refund-policy', name]);
});

it('promotes with a review, and tells where the channels are', async () => {
  const { contentHash } = await admin.call('getVersion', { params: { name, version: 2 } });
  const reviewer = await registry.join('reviewer');
  const requested = await admin.call('requestPromotion', {
    params,
    body: { version: 2, note: 'go', expectedStable: null },
  });
  expect(requested).toMatchObject({ status: 'pending', kind: 'promotion', baseStable: null, note: 'go' });
  expect(requested.missing).toEqual(['1 approval by a reviewer is missing.']);
  expect((await admin.call('getDetails', { params })).pendingPromotions).toBe(1);

  const people = await admin.call('listDeciders', { params, query: { version: 2 } });
  expect(people.reviewers.map((person) => person.id)).toEqual([reviewer.id]);
  expect(people.promoters.map((person) => person.name)).toEqual(['Administrator']);

  const { id } = requested;
  const review = { decision: 'approve', comment: 'good', contentHash } as const;
  const reviewed = await reviewer.call('reviewPromotion', { params: { id }, body: review });
  called.add('reviewPromotion');
  expect(reviewed).toMatchObject({ status: 'approved', missing: [] });
  const body = { text: 'Is “Good day” right for Sundays?', quote: 'Good day' };
  const comment = await admin.call('commentOnPromotion', { params: { id }, body });
  expect(await admin.call('getPromotion', { params: { id } })).toMatchObject({
    ...reviewed,
    candidate: { version: 2, contentHash },
    baseline: null,
    comments: [comment],
    policy: { requiredApprovals: 1, inherited: true },
  });

  const applied = await admin.call('applyPromotion', { params: { id } });
  expect(applied).toMatchObject({ status: 'applied', appliedBy: { name: 'Administrator' } });
  const channels = await admin.call('getChannels', { params });
  expect(channels).toMatchObject({ latest: { version: 2 }, stable: { version: 2, promotion: id } });
  expect(await admin.call('listPromotions', { query: { prompt: name } })).toMatchObject({ items: [applied] });
});

it('keeps test inputs and evaluates them', async () => {
  const body = [
    { id: 'ada', title: 'Ada', variables: { name: 'Ada' }, checks: [{ kind: 'is-json' as const }] },
  ];
  expect(await admin.call('setTestInputs', { params, body })).toEqual(body);
  expect(await admin.call('getTestInputs', { params })).toEqual(body);
  const evaluation = await admin.call('evaluate', { params, body: { candidate: 2, baseline: 1 } });
  expect(evaluation).toMatchObject({ candidate: 2, baseline: 1, passed: false });
  const { items } = await admin.call('listEvaluations', { params, query: {} });
  expect(items.map(({ id }) => id)).toEqual([evaluation.id]);
  expect(await admin.call('getEvaluation', { params: { name, id: evaluation.id } })).toEqual(evaluation);
});

it('withdraws a promotion', async () => {
  const body = { version: 1, expectedStable: 2 };
  const { id } = await admin.call('requestPromotion', { params, body });
  expect(await admin.call('withdrawPromotion', { params: { id } })).toMatchObject({ status: 'withdrawn' });
});

it('changes the policy', async () => {
  const policy = await admin.call('getPolicy', {});
  expect(policy).toEqual({
    requiredApprovals: 1,
    reviewerRoles: ['reviewer'],
    authorMayApprove: false,
    requirePassingTests: false,
  });
  const changed = { ...policy, requiredApprovals: 0 };
  expect(await admin.call('setPolicy', { body: changed })).toEqual(changed);
  expect(await admin.call('getPolicy', {})).toEqual(changed);
  expect(await admin.call('previewPolicy', { body: policy })).toEqual({ open: 0, effects: [] });
  const own = { ...changed, authorMayApprove: true };
  expect(await admin.call('previewPromptPolicy', { params, body: own })).toEqual({ open: 0, effects: [] });
  expect(await admin.call('setPromptPolicy', { params, body: own })).toEqual({ ...own, inherited: false });
  const listed = { prompt: params.name, ...own };
  expect((await admin.call('listPolicies', { query: {} })).items).toMatchObject([listed]);
  await admin.call('removePromptPolicy', { params });
  expect(await admin.call('getPromptPolicy', { params })).toEqual({ ...changed, inherited: true });
});

it('rolls back, and keeps the history of stable', async () => {
  const { id } = await admin.call('requestPromotion', { params, body: { version: 1, expectedStable: 2 } });
  await admin.call('applyPromotion', { params: { id } });
  const rolledBack = await admin.call('rollBack', {
    params,
    body: { version: 2, reason: 'v1 was rude', expectedStable: 1 },
  });
  expect(rolledBack).toMatchObject({
    kind: 'rollback',
    status: 'applied',
    note: 'v1 was rude',
    baseStable: 1,
  });
  const { items } = await admin.call('getStableHistory', { params, query: {} });
  expect(items.map((item) => [item.version, item.promotion.kind])).toEqual([
    [2, 'rollback'],
    [1, 'promotion'],
    [2, 'promotion'],
  ]);
  expect(await admin.call('getStableAt', { params, query: {} })).toEqual(items[0]);
  expect(items.map((item) => item.until)).toEqual([null, items[0]?.since, items[1]?.since]);
});

it('makes members and keys, and revokes a key', async () => {
  expect(await admin.call('getMe', {})).toMatchObject({ name: 'Administrator', roles: ['admin'] });
  const body = { name: 'Bo', email: 'bo@example.com', roles: ['editor', 'editor'] } as const;
  const member = await admin.call('createMember', { body: { ...body, roles: [...body.roles] } });
  expect(member).toMatchObject({ name: 'Bo', email: 'bo@example.com', roles: ['editor'] });
  const { items } = await admin.call('listMembers', { query: {} });
  expect(items.at(-1)).toEqual(member);
  expect(await admin.call('getMember', { params: { id: member.id } })).toEqual(member);
  const renamed = { params: { id: member.id }, body: { name: 'Bo' } };
  expect(await admin.call('updateMember', renamed)).toEqual(member);
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  const key = await admin.call('createKey', {
    params: { id: member.id },
    body: { name: 'laptop', expiresAt },
  });
  expect(key.secret).toMatch(new RegExp(`^${key.prefix}_[A-Za-z0-9_-]{43}$`));
  expect(key.prefix).toMatch(/^pf_/);
  expect(key.expiresAt).toBe(expiresAt);
  expect(await registry.as(key.secret).call('getMe', {})).toEqual(member);
  const rotated = await admin.call('rotateKey', { params: { id: key.id } });
  expect(await registry.as(rotated.secret).call('getMe', {})).toEqual(member);
  const keys = await admin.call('listKeys', { params: { id: member.id }, query: {} });
  expect(keys.items).toMatchObject([{ id: key.id, prefix: rotated.prefix, revokedAt: null }]);
  await admin.call('revokeKey', { params: { id: key.id } });
  await admin.call('revokeKey', { params: { id: key.id } });
  expect(await registry.as(rotated.secret).refuse('getMe', {})).toMatchObject({ code: 'unauthenticated' });
});

it('makes, changes and removes webhooks, and shows a secret once', async () => {
  const receiver = await startReceiver();
  const types = ['prompt.updated', 'webhook.updated', 'prompt.updated'] as const;
  const body = { url: receiver.url, types: [...types], description: 'chat' };
  const { secret, ...made } = await admin.call('createWebhook', { body });
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(made).toMatchObject({ ...body, types: ['prompt.updated', 'webhook.updated'], active: true });
  const { id } = made;
  expect(await admin.call('getWebhook', { params: { id } })).toEqual(made);
  expect(await admin.call('listWebhooks', { query: {} })).toEqual({ items: [made], nextCursor: null });

  const changes = { description: 'chat, in German' };
  const changed = await admin.call('updateWebhook', { params: { id }, body: changes });
  expect(changed).toEqual({ ...made, ...changes });
  const { secret: second, ...rotated } = await admin.call('rotateWebhookSecret', { params: { id } });
  expect(second).not.toBe(secret);
  expect(rotated).toEqual({ ...changed, previousSecretUntil: expect.any(String) });

  await admin.call('updateDetails', { params, body: { description: 'Told to the webhook.' } });
  await receiver.hasReceived(2);
  const { items } = await admin.call('listDeliveries', { params: { id }, query: {} });
  expect(items.map(({ event }) => event.type)).toEqual(['prompt.updated', 'webhook.updated']);
  const deliveryId = items[0]?.id ?? '';
  expect(await admin.call('redeliver', { params: { id, deliveryId } })).toMatchObject({ status: 'waiting' });
  await receiver.hasReceived(3);
  expect(await admin.refuse('redeliver', { params: { id, deliveryId: 'none' } })).toMatchObject({
    code: 'delivery-not-found',
  });

  await admin.call('deleteWebhook', { params: { id } });
  for (const name of ['getWebhook', 'deleteWebhook', 'rotateWebhookSecret'] as const) {
    expect(await admin.refuse(name, { params: { id } })).toMatchObject({ code: 'webhook-not-found' });
  }
  const log = JSON.stringify((await admin.call('listEvents', { query: { limit: 200 } })).items);
  for (const type of ['created', 'updated', 'secret-rotated', 'deleted'])
    expect(log).toContain(`webhook.${type}`);
  expect(log).not.toContain('whsec_');
  expect(log).not.toContain('/hook');
  await receiver.close();
});

it('lists events', async () => {
  const { items } = await admin.call('listEvents', { query: {} });
  expect(items.map((event) => event.seq)).toEqual(items.map((_, index) => index + 1));
  expect(await admin.call('verifyEvents', {})).toMatchObject({ valid: true });
  expect(await admin.call('listActors', {})).toContainEqual({
    id: expect.any(String),
    name: 'Administrator',
  });
});

it('has called every endpoint of the table with success', () => {
  expect([...called].sort()).toEqual(Object.keys(registryApi).sort());
});
