import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultPolicy } from '#core/domain/promotion.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

type Member = Awaited<ReturnType<TestRegistry['join']>>;

const standard = { ...defaultPolicy, reviewerRoles: [...defaultPolicy.reviewerRoles] };
let registry: TestRegistry;
let editor: Member;
let reviewer: Member;
let promoter: Member;
let number = 0;
let params = { name: '' };

beforeAll(async () => {
  registry = await startTestRegistry();
  editor = await registry.join('editor');
  reviewer = await registry.join('reviewer');
  promoter = await registry.join('promoter');
});
afterAll(() => registry.remove());

beforeEach(async () => {
  await registry.admin.call('setPolicy', { body: standard });
  number += 1;
  params = { name: `policy-${number}` };
  await editor.call('createPrompt', { body: { ...params, content: 'v1' } });
});

const request = () => editor.call('requestPromotion', { params, body: { version: 1, expectedStable: null } });
const statusOf = async (id: string) => (await editor.call('getPromotion', { params: { id } })).status;
const approve = async (id: string, caller: Member = reviewer) => {
  const { contentHash } = await editor.call('getVersion', { params: { ...params, version: 1 } });
  return caller.call('reviewPromotion', { params: { id }, body: { decision: 'approve', contentHash } });
};
const readOwn = (query: { limit: number; cursor?: string }) => editor.call('listPolicies', { query });
const listOwn = async () => (await readOwn({ limit: 200 })).items;
const newestPolicyEvent = async () => {
  const query = { type: 'policy.changed', order: 'newest', limit: 1 } as const;
  return (await registry.admin.call('listEvents', { query })).items[0];
};

describe('a prompt’s own policy', () => {
  it('holds instead of the registry’s, until it is removed', async () => {
    const { admin } = registry;
    expect(await editor.call('getPromptPolicy', { params })).toEqual({ ...standard, inherited: true });
    const strict = { ...standard, requiredApprovals: 2 };
    expect(await admin.call('setPromptPolicy', { params, body: strict })).toEqual({
      ...strict,
      inherited: false,
    });
    expect(await newestPolicyEvent()).toMatchObject({
      prompt: params.name,
      data: { before: { requiredApprovals: 1, inherited: true }, after: { requiredApprovals: 2 } },
    });
    const listed = { prompt: params.name, title: `Policy ${number}`, ...strict };
    expect(await listOwn()).toContainEqual(listed);
    const { id } = await request();
    await approve(id);
    expect(await promoter.refuse('applyPromotion', { params: { id } })).toMatchObject({
      code: 'not-approved',
      missing: ['1 approval by a reviewer is missing.'],
    });
    await admin.call('setPolicy', { body: { ...standard, requiredApprovals: 0 } });
    expect(await statusOf(id)).toBe('pending');
    await admin.call('removePromptPolicy', { params });
    expect(await statusOf(id)).toBe('approved');
    const before = await newestPolicyEvent();
    await admin.call('removePromptPolicy', { params });
    expect(await newestPolicyEvent()).toEqual(before);
    expect(await listOwn()).not.toContainEqual(listed);
    expect(await promoter.call('applyPromotion', { params: { id } })).toMatchObject({ status: 'applied' });
  });

  it('is listed with the others, by name and page by page', async () => {
    const names = ['own-b', 'own-a', 'own-a/x', 'own-c'];
    for (const name of names) {
      await editor.call('createPrompt', { body: { name, title: `Title of ${name}`, content: 'x' } });
      await registry.admin.call('setPromptPolicy', { params: { name }, body: standard });
    }
    const all = (await listOwn()).filter(({ prompt }) => names.includes(prompt));
    expect(all.map(({ prompt, title }) => [prompt, title])).toEqual(
      names.toSorted().map((name) => [name, `Title of ${name}`]),
    );
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = cursor === null ? { limit: 1 } : { limit: 1, cursor };
      const page: Awaited<ReturnType<typeof readOwn>> = await readOwn(query);
      paged.push(...page.items.map(({ prompt }) => prompt));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual((await listOwn()).map(({ prompt }) => prompt));
  });

  it('leaves other prompts alone', async () => {
    const { id } = await request();
    const other = { name: `${params.name}-other` };
    await editor.call('createPrompt', { body: { ...other, content: 'x' } });
    const { admin } = registry;
    await admin.call('setPromptPolicy', { params: other, body: { ...standard, requiredApprovals: 0 } });
    expect((await editor.call('getPromotion', { params: { id } })).missing).toHaveLength(1);
    expect(await admin.refuse('getPromptPolicy', { params: { name: 'none' } })).toMatchObject({
      code: 'prompt-not-found',
    });
    const broken = await admin.send('PUT', `/prompts/${other.name}/policy`, {
      body: { ...standard, inherited: true },
    });
    expect(broken.status).toBe(400);
  });

  it('is judged anew for open promotions, in lists, too', async () => {
    const { id } = await request();
    await approve(id);
    const listed = async (status: 'approved' | 'pending') =>
      (await editor.call('listPromotions', { query: { prompt: params.name, status } })).items.length;
    expect([await listed('approved'), await listed('pending')]).toEqual([1, 0]);
    await registry.admin.call('setPromptPolicy', { params, body: { ...standard, requiredApprovals: 3 } });
    expect([await listed('approved'), await listed('pending')]).toEqual([0, 1]);
    await registry.admin.call('setPromptPolicy', {
      params,
      body: { ...standard, reviewerRoles: ['promoter'] },
    });
    expect((await editor.call('getPromotion', { params: { id } })).missing).toEqual([
      '1 approval by a promoter is missing.',
    ]);
  });
});

describe('a policy that does not hold yet', () => {
  it('tells which approvals would be void, and what would be ready', async () => {
    const { admin } = registry;
    const { id } = await request();
    await approve(id);
    const before = { status: 'approved', missing: [] };
    const asPromoters = { ...standard, reviewerRoles: ['promoter' as const] };
    const after = { status: 'pending', missing: ['1 approval by a promoter is missing.'] };
    const effect = { id, prompt: params.name, version: 1, before, after, counted: [] };
    const voided = [{ id: reviewer.id }];
    for (const preview of [
      await admin.call('previewPromptPolicy', { params, body: asPromoters }),
      await admin.call('previewPolicy', { body: asPromoters }),
    ]) {
      const mine = preview.effects.filter(({ prompt }) => prompt === params.name);
      expect(mine).toMatchObject([{ ...effect, voided }]);
    }
    expect(await statusOf(id)).toBe('approved');
    expect(await admin.call('previewPromptPolicy', { params, body: standard })).toEqual({
      open: 1,
      effects: [],
    });

    await admin.call('setPromptPolicy', { params, body: asPromoters });
    expect(await admin.call('previewPromptPolicy', { params, body: standard })).toMatchObject({
      open: 1,
      effects: [{ before: after, after: before, voided: [], counted: [{ id: reviewer.id }] }],
    });
  });

  it('leaves out what it would not judge', async () => {
    const { admin } = registry;
    const { open: others } = await admin.call('previewPolicy', { body: standard });
    await request();
    expect((await admin.call('previewPolicy', { body: standard })).open).toBe(others + 1);
    await admin.call('setPromptPolicy', { params, body: standard });
    const strict = { ...standard, requiredApprovals: 5 };
    const { open, effects } = await admin.call('previewPolicy', { body: strict });
    expect(open).toBe(others);
    expect(effects.map(({ prompt }) => prompt)).not.toContain(params.name);
    const nowhere = { params: { name: 'none' }, body: standard };
    expect(await admin.refuse('previewPromptPolicy', nowhere)).toMatchObject({ code: 'prompt-not-found' });
  });
});

describe('a reason', () => {
  it('is kept with the change, where one is given', async () => {
    const { admin } = registry;
    const policy = { ...standard, requiredApprovals: 2 };
    await admin.call('setPolicy', { body: { ...policy, reason: ' After the audit. ' } });
    expect(await newestPolicyEvent()).toMatchObject({ data: { after: policy, reason: 'After the audit.' } });
    expect(await admin.call('getPolicy', {})).toEqual(policy);
    await admin.call('setPromptPolicy', { params, body: { ...standard, reason: 'Low risk' } });
    expect((await newestPolicyEvent())?.data.reason).toBe('Low risk');
    await admin.call('removePromptPolicy', { params, query: { reason: ' ' } });
    expect((await newestPolicyEvent())?.data).not.toHaveProperty('reason');

    const leaver = await registry.join('viewer');
    await admin.call('revokeKey', {
      params: { id: leaver.keyId },
      query: { reason: 'The laptop was lost.' },
    });
    const query = { type: 'key.revoked', order: 'newest', limit: 1 } as const;
    expect((await admin.call('listEvents', { query })).items[0]?.data.reason).toBe('The laptop was lost.');
  });
});

describe('what waits for me', () => {
  const waiting = async (caller: Member) => {
    const query = { waitingFor: 'me', prompt: params.name } as const;
    return (await caller.call('listPromotions', { query })).items.map((item) => item.id);
  };

  it('goes from the reviewer to the promoter, and then from the list', async () => {
    const { id } = await request();
    expect([await waiting(reviewer), await waiting(promoter), await waiting(editor)]).toEqual([[id], [], []]);
    await approve(id);
    expect([await waiting(reviewer), await waiting(promoter), await waiting(editor)]).toEqual([[], [id], []]);
    await promoter.call('applyPromotion', { params: { id } });
    expect([await waiting(reviewer), await waiting(promoter)]).toEqual([[], []]);
  });

  it('comes back to the author where changes are asked for', async () => {
    const { id, version } = await request();
    const { contentHash } = await editor.call('getVersion', { params: { ...params, version } });
    const body = { decision: 'request-changes', contentHash } as const;
    await reviewer.call('reviewPromotion', { params: { id }, body });
    expect([await waiting(reviewer), await waiting(editor)]).toEqual([[], [id]]);
  });

  it('is paged', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.unshift((await request()).id);
    const query = { waitingFor: 'me', prompt: params.name, limit: 2 } as const;
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await reviewer.call(
        'listPromotions',
        { query: { ...query, ...(cursor === null ? {} : { cursor }) } },
      );
      found.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(found).toEqual(ids);
    const strange = await reviewer.send('GET', '/promotions?waitingFor=them');
    expect(strange.status).toBe(400);
  });
});

describe('the discussion', () => {
  it('is open to those who take part, and goes into the log', async () => {
    const { id } = await request();
    const say = (caller: Member, text: string) =>
      caller.call('commentOnPromotion', { params: { id }, body: { text, quote: 'v1' } });
    const comments = [
      await say(reviewer, 'Why “v1”?'),
      await say(editor, 'It is short.'),
      await say(promoter, 'Fine.'),
    ];
    expect(comments.map((comment) => comment.member.id)).toEqual([reviewer.id, editor.id, promoter.id]);
    const viewer = await registry.join('viewer');
    const refused = await viewer.refuse('commentOnPromotion', { params: { id }, body: { text: 'Hm' } });
    expect(refused).toMatchObject({ code: 'forbidden', roles: ['editor', 'reviewer', 'promoter'] });
    expect(refused.detail).toContain('“editor”, “reviewer” or “promoter”');
    await approve(id);
    await promoter.call('applyPromotion', { params: { id } });
    comments.push(await editor.call('commentOnPromotion', { params: { id }, body: { text: 'Live.' } }));
    const details = await viewer.call('getPromotion', { params: { id } });
    expect(details.comments).toEqual(comments);
    expect(details.comments.at(-1)?.quote).toBeNull();
    const query = { prompt: params.name, type: 'promotion.commented' } as const;
    const { items } = await viewer.call('listEvents', { query });
    expect(items).toHaveLength(4);
    expect(items[0]).toMatchObject({ version: 1, data: { promotion: id, text: 'Why “v1”?', quote: 'v1' } });
  });

  it('needs words, and a promotion', async () => {
    const { id } = await request();
    expect(await editor.refuse('commentOnPromotion', { params: { id }, body: { text: ' ' } })).toMatchObject({
      errors: [{ field: 'text', message: 'Write something.' }],
    });
    const nowhere = { params: { id: 'none' }, body: { text: 'x' } };
    expect(await editor.refuse('commentOnPromotion', nowhere)).toMatchObject({ code: 'promotion-not-found' });
  });
});

it('shows a promotion with both texts', async () => {
  const first = await request();
  await approve(first.id);
  await promoter.call('applyPromotion', { params: { id: first.id } });
  await editor.call('saveVersion', { params, body: { content: 'v2', baseVersion: 1 } });
  const second = await editor.call('requestPromotion', { params, body: { version: 2, expectedStable: 1 } });
  expect(await reviewer.call('getPromotion', { params: { id: second.id } })).toMatchObject({
    candidate: { version: 2, content: 'v2' },
    baseline: { version: 1, content: 'v1' },
  });
});
